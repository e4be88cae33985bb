import Domain

/// Something that could be told less of: a cell that is about to be shown and could be hidden, or a hidden one whose mark could say less.
struct Candidate: Hashable {
  enum Step: Hashable {
    /// It is hidden, and marked D.
    case hide
    /// It is hidden in any case; it is marked D and not C, so that the mark does not say that it is small.
    case unmark
  }

  let step: Step
  let publication: Int
  let key: Figures.Key
  /// Unknowns that whoever sees it, or its mark, knows, or knows to be small.
  let told: [Int]
  /// What the step costs.
  let cost: Int
}
