/// Reads a workbook back and compares it with the book it was written from: sheets and their
/// order, every cell's text and number, tables, charts' alternative texts, no formula and no link.
///
/// Styles, widths and the drawing of charts are not compared; every part is well-formed, though.
///
/// - Throws: `ReadBackError`.
package func verify(_ book: Book, at path: String) throws(ReadBackError) {
  let found = try readBack(path)
  let expected = ParsedBook(of: book)
  guard found.sheets.map(\.name) == expected.sheets.map(\.name) else {
    throw .differs(path, what: "feuilles")
  }
  for (found, expected) in zip(found.sheets, expected.sheets) where found != expected {
    throw .differs("\(path), feuille \(expected.name)", what: difference(found, expected))
  }
}

private func difference(_ found: ParsedBook.Sheet, _ expected: ParsedBook.Sheet) -> String {
  if found.formulas > 0 { return "\(found.formulas) formules" }
  if found.links > 0 { return "\(found.links) liens" }
  if found.cells != expected.cells {
    return "\(found.cells) cellules au lieu de \(expected.cells)"
  }
  if found.digest != expected.digest { return "contenu des cellules" }
  if found.tables != expected.tables { return "tableaux" }
  return "graphiques"
}
