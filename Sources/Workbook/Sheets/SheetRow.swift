/// A row of cells from column A on.
package struct SheetRow: Sendable, Equatable {
  package var cells: [Cell]
  /// In points; nil lets the spreadsheet choose (15 for Calibri 11).
  ///
  /// Rows of wrapped text above a chart need one: the chart is anchored by the declared heights,
  /// and the reader's own fitting of heights would move it.
  package var height: Double?

  package init(_ cells: [Cell] = [], height: Double? = nil) {
    self.cells = cells
    self.height = height
  }
}
