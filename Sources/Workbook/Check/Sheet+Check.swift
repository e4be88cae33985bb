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

  /// `names` in lower case.
  func checkJumps(to names: Set<String>) throws(BookError) {
    for (row, line) in rows.enumerated() {
      for (column, cell) in line.cells.enumerated() {
        guard let name = cell.leadsTo else { continue }
        if case .text(let text) = cell.content, !text.isEmpty, names.contains(name.lowercased()) { continue }
        throw BookError(.jump, at: "\(self.name)!\(CellPlace(row: row, column: column).name)")
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
      && page.breaks.allSatisfy { $0 > 0 && grid.rows.contains($0) } && page.breaks.count <= 1000 && page.isScaleValid
      && (page.area.map { grid.rows.contains($0.rows) && grid.columns.contains($0.columns) } ?? true)
    guard isValid else { throw BookError(.layout, at: name) }
    for band in [page.header, page.footer] {
      if let fault = CellText.faultInLabel(band.code) {
        throw BookError(fault, at: "\(name), en-tête ou pied de page")
      }
    }
  }
}

extension PageSetup {
  fileprivate var isScaleValid: Bool {
    if case .scale(let percent) = size { (10...400).contains(percent) } else { true }
  }
}
