/// The width of a column, in characters: digits of Calibri 11, as Excel's interface shows it.
package struct ColumnWidth: Sendable, Equatable {
  package var width: Double

  package init(width: Double) {
    self.width = width
  }

  /// What a column has that is not given.
  package static let standard = ColumnWidth(width: 8.43)
}
