import Glibc

extension ParsedBook {
  /// What a file of this book must say.
  package init(of book: Book) {
    sheets = book.sheets.map(Sheet.init(of:))
    parts = expectedParts(of: book)
    // The first is that of cells without a style.
    formats = 1 + Set(book.sheets.flatMap { $0.rows.flatMap { $0.cells.compactMap(\.style) } }).count
  }
}

extension ParsedBook.Sheet {
  fileprivate init(of sheet: Sheet) {
    self.init(name: sheet.name)
    for (row, line) in sheet.rows.enumerated() {
      for (column, cell) in line.cells.enumerated() {
        let place = CellPlace(row: row, column: column)
        add(cell.content, at: place)
        if let name = cell.leadsTo { jumps.append("\(place.name) → \(Jump.location(name))") }
      }
    }
    tables = sheet.tables.map { table in
      let headers = table.headerPlaces.map { place in
        if case .text(let text) = sheet.cell(at: place).content { text } else { "" }
      }
      return ParsedBook.Table(name: table.name, area: table.area.name, headers: headers)
    }
    charts = sheet.charts.map(\.alternativeText)
    drawn = sheet.charts.map(ParsedBook.Chart.init(of:))
  }

  private mutating func add(_ content: Cell.Content, at place: CellPlace) {
    switch content {
    case .text(let text): add(text: text, at: place)
    case .number(let number): add(number: asWritten(number), at: place)
    case .blank: break
    }
  }

  mutating func add(text: String, at place: CellPlace) {
    guard !text.isEmpty else { return }
    cells += 1
    digest.add(place)
    digest.add(text)
  }

  mutating func add(number: Double, at place: CellPlace) {
    cells += 1
    digest.add(place)
    digest.add(number)
  }
}

/// The number that libxlsxwriter's `%.16G` is read as.
private func asWritten(_ number: Double) -> Double {
  // Decimals of at most 15 digits survive, and printf is slow: nearly all our numbers end here.
  let millionths = (number * 1e6).rounded()
  if millionths.magnitude < 1e15, millionths / 1e6 == number { return number + 0 }
  return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 40) { buffer in
    _ = withVaList([number]) { vsnprintf(buffer.baseAddress, buffer.count, "%.16G", $0) }
    return strtod(buffer.baseAddress!, nil)
  }
}
