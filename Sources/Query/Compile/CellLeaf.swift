import Domain

/// A leaf among those that were counted together: which column of a cell holds what of it.
struct CellLeaf {
  let leaf: String
  let indicators: [String]
  let breakdowns: [[Dimension]]
  let value: String?
  let answered: String?
  let asked: String?
  /// Above 0 where the cell has a row of it at all.
  let present: String

  init(_ count: LeafCount, value: String?, answered: String?, asked: String?, present: String? = nil) {
    leaf = count.leaf
    indicators = count.indicators
    breakdowns = count.breakdowns
    self.value = value
    self.answered = answered
    self.asked = asked
    guard let present = present ?? asked ?? value else { preconditionFailure("a leaf of nothing") }
    self.present = present
  }
}
