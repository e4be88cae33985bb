/// A row of another engine's result: a whole number of one leaf in one cell.
package struct LeafRow: Hashable, Sendable {
  /// What is counted of a leaf, or of the files.
  package enum Part: Hashable, Sendable {
    /// Units, or a sum in ten-thousandths; of the first optional column, who is asked and who answers.
    case value
    /// Counted in its own month alone: `or_now`.
    case now
    /// Of attendance: members expected.
    case expected
    /// Who is asked and who answers, of a further optional column.
    case answers(Field)
    /// The same, of those counted in their own month alone.
    case answersNow(Field)
    /// Persons behind a sum.
    case persons

    package var suffix: String {
      switch self {
      case .value: ""
      case .now: " / now"
      case .expected: " / expected"
      case .answers(let column): " / \(column.rawValue)"
      case .answersNow(let column): " / now \(column.rawValue)"
      case .persons: " / persons"
      }
    }
  }

  package var month: Month
  /// A span's id.
  package var span: String
  /// By dimension: the member's code; none where the cell is not broken down by it.
  package var cell: [Dimension: UInt32]
  /// In ten-thousandths of an hour, what makes FTE of a sum; 0: it is in its unit.
  package var annualHours: Int64
  package var value: Int64?
  package var answered: Int?
  package var asked: Int?

  package init(
    month: Month, span: String, cell: [Dimension: UInt32], annualHours: Int64, value: Int64?, answered: Int?,
    asked: Int?
  ) {
    self.month = month
    self.span = span
    self.cell = cell
    self.annualHours = annualHours
    self.value = value
    self.answered = answered
    self.asked = asked
  }
}
