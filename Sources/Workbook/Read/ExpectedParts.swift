/// The parts that a file of a book has, each by its name, counted from the book alone: what libxlsxwriter had no memory for it
/// leaves out, with its entry in the list of contents.
func expectedParts(of book: Book) -> Set<String> {
  var names: Set<String> = [
    "[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "docProps/core.xml", "docProps/custom.xml",
    "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/theme/theme1.xml",
  ]
  var (drawings, charts, tables) = (0, 0, 0)
  for (index, sheet) in book.sheets.enumerated() {
    names.insert("xl/worksheets/sheet\(index + 1).xml")
    if !sheet.charts.isEmpty || !sheet.tables.isEmpty {
      names.insert("xl/worksheets/_rels/sheet\(index + 1).xml.rels")
    }
    if !sheet.charts.isEmpty {
      drawings += 1
      names.formUnion(["xl/drawings/drawing\(drawings).xml", "xl/drawings/_rels/drawing\(drawings).xml.rels"])
    }
    for _ in sheet.charts {
      charts += 1
      names.insert("xl/charts/chart\(charts).xml")
    }
    for _ in sheet.tables {
      tables += 1
      names.insert("xl/tables/table\(tables).xml")
    }
    if sheet.rows.contains(where: { $0.cells.contains(where: \.isText) }) { names.insert("xl/sharedStrings.xml") }
  }
  return names
}
