import Domain

/// A hidden number that was promised not to be found out.
struct Secret: Hashable {
  let month: Month
  let key: Figures.Key
  let number: Disclosed.Number
  let unknown: Int
  /// The k of its indicator.
  let threshold: Int
  /// Not even who knows the marks may find it.
  let isFew: Bool
}
