import Domain

/// A headcount over a stretch of months. The same stretch under two names (January, the first year) is one.
struct Spot: Hashable, Sendable {
  /// Its place in ``Reading/headcounts``.
  let headcount: Int
  let first: Month
  let last: Month
}
