extension Book {
  /// Throws the first rule broken, before anything is written: libxlsxwriter 1.1.4 checks half of
  /// them, prints on stderr, and drops what it refuses.
  package func check() throws(BookError) {
    try properties.check()
    guard !sheets.isEmpty else { throw BookError(.noSheet, at: properties.title) }
    var names: Set<String> = []
    for sheet in sheets {
      if let fault = SheetName.fault(in: sheet.name) { throw BookError(fault, at: sheet.name) }
      guard names.insert(sheet.name.lowercased()).inserted else {
        throw BookError(.sheetNameTwice, at: sheet.name)
      }
    }
    var styles: Set<Style> = []
    for sheet in sheets { try sheet.check(seeing: &styles) }
    try checkTableNames()
    for sheet in sheets { try sheet.checkJumps(to: names) }
    for sheet in sheets {
      for chart in sheet.charts { try chart.check(on: sheet, of: self) }
    }
  }

  private func checkTableNames() throws(BookError) {
    var names: Set<String> = []
    for sheet in sheets {
      for table in sheet.tables where !names.insert(table.name.lowercased()).inserted {
        throw BookError(.tableNameTwice, at: "\(sheet.name), \(table.name)")
      }
    }
  }
}
