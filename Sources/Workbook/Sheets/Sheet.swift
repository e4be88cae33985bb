/// One sheet: a grid of rows from A1 on, and tables and charts that point into it.
///
/// A table holds no cells of its own, so a figure stands in one place only and what is read back
/// can be compared cell by cell.
package struct Sheet: Sendable, Equatable {
  /// At most 31 UTF-16 units; `SheetName.fitting(_:among:)` makes a valid one from any title.
  package var name: String
  package var rows: [SheetRow] = []
  package var tables: [Table] = []
  package var charts: [Chart] = []
  /// Column widths from A on.
  package var columns: [ColumnWidth] = []
  /// The first cell that scrolls: `CellPlace(row: 3, column: 1)` keeps rows 1–3 and column A.
  package var freeze: CellPlace?
  package var page = PageSetup()
  package var tab: Colour?
  package var showsGridlines = false
  /// In per cent, 10 to 400.
  package var zoom = 100

  package init(name: String) {
    self.name = name
  }
}
