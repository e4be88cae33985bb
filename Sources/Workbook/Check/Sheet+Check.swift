extension Sheet {
  func check(seeing styles: inout Set<Style>) throws(BookError) {
    try checkCells(seeing: &styles)
    try checkLayout()
    for (index, table) in tables.enumerated() {
      try table.check(on: self)
      guard !tables[..<index].contains(where: { $0.area.overlaps(table.area) }) else {
        throw BookError(.tableOverlap, at: "\(name), \(table.name)")
      }
    }
  }

  private func checkCells(seeing styles: inout Set<Style>) throws(BookError) {
    guard rows.count <= Limit.rows, columns.count <= Limit.columns else {
      throw BookError(.size, at: name)
    }
    for (row, line) in rows.enumerated() {
      guard line.cells.count <= Limit.columns else { throw BookError(.size, at: name) }
      if let height = line.height, !(0.0...409).contains(height) {
        throw BookError(.layout, at: "\(name), ligne \(row + 1)")
      }
      for (column, cell) in line.cells.enumerated() {
        let fault = cell.fault ?? styleFault(cell.style, seeing: &styles)
        if let fault {
          throw BookError(fault, at: "\(name)!\(CellPlace(row: row, column: column).name)")
        }
      }
    }
  }

  private func styleFault(_ style: Style?, seeing styles: inout Set<Style>) -> BookError.Rule? {
    guard let style, styles.insert(style).inserted else { return nil }
    return style.isValid ? nil : .style
  }

  private func checkLayout() throws(BookError) {
    let grid = CellArea(rows: 0...(Limit.rows - 1), columns: 0...(Limit.columns - 1))
    let corner = freeze ?? CellPlace(row: 0, column: 0)
    let isValid =
      columns.allSatisfy { (0.0...255).contains($0.width) } && (10...400).contains(zoom)
      && grid.rows.contains(corner.row) && grid.columns.contains(corner.column)
      && (page.repeatedRows.map { grid.rows.contains($0) } ?? true)
      && (page.area.map { grid.rows.contains($0.rows) && grid.columns.contains($0.columns) } ?? true)
    guard isValid else { throw BookError(.layout, at: name) }
    for band in [page.header, page.footer] {
      if let fault = CellText.faultInLabel(band.code) {
        throw BookError(fault, at: "\(name), en-tête ou pied de page")
      }
    }
  }
}
