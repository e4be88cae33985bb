import CLibXLSXWriter

/// Turns a checked book into calls of libxlsxwriter.
struct BookWriter {
  let workbook: UnsafeMutablePointer<lxw_workbook>
  let strings: CStrings
  var formats: Formats

  init(workbook: UnsafeMutablePointer<lxw_workbook>, strings: CStrings) {
    self.workbook = workbook
    self.strings = strings
    formats = Formats(workbook: workbook)
  }

  mutating func write(_ book: Book) throws {
    try write(book.properties)
    for sheet in book.sheets {
      guard let target = workbook_add_worksheet(workbook, sheet.name) else {
        throw WriteError.library(0, during: "feuille \(sheet.name)", .last)
      }
      var writer = SheetWriter(sheet: sheet, target: target, strings: strings, formats: formats)
      try writer.write()
      formats = writer.formats
    }
    // After all sheets: a chart may be drawn from a later one.
    for (index, sheet) in book.sheets.enumerated() {
      for chart in sheet.charts {
        let writer = ChartWriter(chart: chart, book: book, workbook: workbook, strings: strings)
        try writer.write(on: sheet)
      }
      if index == 0 { worksheet_activate(workbook_get_worksheet_by_name(workbook, sheet.name)) }
    }
  }

  private func write(_ properties: BookProperties) throws {
    var document = lxw_doc_properties()
    document.title = strings.copyUnlessEmpty(properties.title)
    document.subject = strings.copyUnlessEmpty(properties.subject)
    document.author = strings.copyUnlessEmpty(properties.author)
    document.company = strings.copyUnlessEmpty(properties.company)
    document.category = strings.copyUnlessEmpty(properties.category)
    document.keywords = strings.copyUnlessEmpty(properties.keywords)
    document.comments = strings.copyUnlessEmpty(properties.comments)
    document.status = strings.copyUnlessEmpty(properties.status)
    document.created = properties.created.secondsSinceEpoch
    try require(workbook_set_properties(workbook, &document), "propriétés du document")
    // The document's own language has no call in this version.
    try require(workbook_set_custom_property_string(workbook, "Language", "fr-FR"), "langue du document")
  }
}
