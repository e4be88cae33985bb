/// One thing a row must meet to be counted. All conditions of a measure must hold together.
package struct Condition: Hashable, Sendable {
  package enum Test: Hashable, Sendable {
    /// One of these codes (the raw value of the column's enum, a number from 1 in the programme's list, a packed commune).
    case oneOf(Set<UInt32>)
    /// Any value.
    case known
    /// Both ends included.
    case range(from: Int?, to: Int?)
    /// The commune is one of the territory's.
    case withinTerritory
  }
  package var field: Field
  package var test: Test
  /// `except`: the row must not meet the test. A blank meets none, so it is kept.
  package var isExcluded: Bool

  package init(_ field: Field, _ test: Test, isExcluded: Bool = false) {
    self.field = field
    self.test = test
    self.isExcluded = isExcluded
  }
}
