import Domain

/// A cell that is about to be shown, and that could be hidden instead.
struct Candidate: Hashable {
  let publication: Int
  let key: Figures.Key
  /// Unknowns that whoever sees it knows.
  let told: [Int]
  /// What it costs to hide it.
  let cost: Int
}
