/// A native table over cells of the sheet: a header row and at least one data row, with filters.
///
/// Native tables are what screen readers announce and what filters and pivot tables take.
package struct Table: Sendable, Equatable {
  /// ASCII letters, digits and `_`, not like a cell ("AXE1" is a column and a row), once in the
  /// book. A prefix such as `t_` is always safe.
  package var name: String
  /// With the header row.
  package var area: CellArea
  package var style: TableStyle
  /// Whether the headers have filter buttons. They hide the end of a header aligned to the right,
  /// and are of no use in a table of five rows.
  package var hasFilter = true

  package init(name: String, area: CellArea, style: TableStyle = .plain) {
    self.name = name
    self.area = area
    self.style = style
  }

  package var headerPlaces: [CellPlace] {
    area.columns.map { CellPlace(row: area.rows.lowerBound, column: $0) }
  }

  /// The data of one column, counted from 0 within the table.
  package func column(_ index: Int) -> CellArea {
    let column = area.columns.lowerBound + index
    return CellArea(
      rows: (area.rows.lowerBound + 1)...area.rows.upperBound, columns: column...column)
  }

  /// The header of one column, counted from 0 within the table.
  package func header(_ index: Int) -> CellArea {
    CellArea(CellPlace(row: area.rows.lowerBound, column: area.columns.lowerBound + index))
  }
}
