import Domain

/// What one part of a leaf counts over its source of rows: whom it asks, whom it keeps of them, who answers. Conditions are SQL, all
/// of a list must hold.
struct LeafCount {
  /// The leaf's id with the part's suffix.
  let leaf: String
  let indicators: [String]
  let asked: [String]
  /// Of those asked; nil where only answers are counted.
  let kept: [String]?
  /// Of those asked, who fills the optional column; nil where there is none.
  let filled: [String]?
  /// What a row adds, where rows are added up: SQL.
  let amount: String?
  /// Breakdowns in which it is counted.
  let breakdowns: [[Dimension]]

  /// The same in fewer breakdowns; nil where none is left.
  func only(_ wanted: ([Dimension]) -> Bool) -> LeafCount? {
    let left = breakdowns.filter(wanted)
    guard !left.isEmpty else { return nil }
    return LeafCount(
      leaf: leaf, indicators: indicators, asked: asked, kept: kept, filled: filled, amount: amount, breakdowns: left)
  }
}
