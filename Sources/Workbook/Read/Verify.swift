import Glibc

/// Reads a workbook back and compares it with the book it was written from: sheets and their
/// order, every cell's text and number, tables, charts' words and what they are drawn from, how many styles there are, which
/// parts there are, no formula and no link.
///
/// Which style a cell has, widths and the look of charts are not compared; every part is well-formed, though. What is compared
/// with nothing here, ``requireSame(_:_:)`` holds against a second file of the same book.
///
/// - Throws: `ReadBackError`.
package func verify(_ book: Book, at path: String) throws(ReadBackError) {
  let found = try readBack(path)
  let expected = ParsedBook(of: book)
  guard found.sheets.map(\.name) == expected.sheets.map(\.name) else {
    throw .differs(path, what: "feuilles")
  }
  for part in expected.parts.subtracting(found.parts).sorted() { throw .missing(part: part) }
  for part in found.parts.subtracting(expected.parts).sorted() { throw .unexpected(part: part, "partie en trop") }
  guard found.formats == expected.formats else {
    throw .differs(path, what: "\(found.formats) styles au lieu de \(expected.formats)")
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

/// Two files of one book are the same to the byte, or something was lost in one of them: a style, a width, a colour of which
/// nothing else would tell. (Memory that was short for a moment, a bit that flipped.)
///
/// - Throws: `ReadBackError`.
package func requireSame(_ path: String, _ twin: String) throws(ReadBackError) {
  guard let one = fopen(path, "re") else { throw .missing(part: path) }
  defer { fclose(one) }
  guard let other = fopen(twin, "re") else { throw .missing(part: twin) }
  defer { fclose(other) }
  var (left, right) = ([UInt8](repeating: 0, count: 1 << 16), [UInt8](repeating: 0, count: 1 << 16))
  while true {
    let count = fread(&left, 1, left.count, one)
    guard fread(&right, 1, right.count, other) == count, left[..<count] == right[..<count] else {
      throw .differs(path, what: "deux écritures du même classeur")
    }
    if count < left.count {
      guard ferror(one) == 0, ferror(other) == 0 else { throw .differs(path, what: "lecture") }
      return
    }
  }
}
