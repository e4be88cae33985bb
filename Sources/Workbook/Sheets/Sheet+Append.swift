extension Sheet {
  /// Adds a row below the last one.
  package mutating func append(_ cells: [Cell], height: Double? = nil) {
    rows.append(SheetRow(cells, height: height))
  }

  /// Adds a header row and data rows below the last row, at column A, as a native table.
  ///
  /// A native table needs one data row. With no rows given, one row is written whose first cell
  /// says so in words (`whenEmpty`): a reader of an empty grid cannot tell "none" from "lost".
  @discardableResult
  package mutating func append(
    table name: String, headers: [Cell], rows data: [[Cell]], whenEmpty: Cell = Cell(.blank),
    headerHeight: Double? = nil, rowHeight: Double? = nil, hasFilter: Bool = true,
    style: TableStyle = .plain
  ) -> Table {
    let first = rows.count
    append(headers, height: headerHeight)
    let shown = data.isEmpty ? [[whenEmpty]] : data
    for cells in shown { append(cells, height: rowHeight) }
    let area = CellArea(rows: first...(first + shown.count), columns: 0...max(0, headers.count - 1))
    var table = Table(name: name, area: area, style: style)
    table.hasFilter = hasFilter
    tables.append(table)
    return table
  }

  /// A reference to cells of this sheet, for a chart here or elsewhere.
  package func reference(_ area: CellArea) -> CellReference {
    CellReference(sheet: name, area: area)
  }

  /// The cell at a place; blank outside the grid.
  func cell(at place: CellPlace) -> Cell {
    guard rows.indices.contains(place.row) else { return Cell(.blank) }
    let cells = rows[place.row].cells
    return cells.indices.contains(place.column) ? cells[place.column] : Cell(.blank)
  }
}
