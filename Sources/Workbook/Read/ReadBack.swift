/// Reads a workbook: unzips it, checks every part's CRC, parses every part to its end, and tells
/// what the sheets say.
///
/// It understands what `write` writes, not every workbook: shared strings, one `<v>` a cell.
///
/// - Throws: `ReadBackError`.
package func readBack(_ path: String) throws(ReadBackError) -> ParsedBook {
  let parts = try Parts(at: path)
  try ContentTypes.check(parts)
  guard parts.contents["_rels/.rels"] != nil else { throw .missing(part: "_rels/.rels") }
  let main = try Relations(of: "xl/workbook.xml", in: parts)
  let texts = try SharedTexts(in: parts, main)
  var seen: Set<String> = []
  let entries = try BookPart(in: parts)
  var reading = ParsedBook()
  for (name, id) in entries.sheets {
    let part = try main.target(of: id)
    seen.insert(part)
    reading.sheets.append(try SheetPart(part, named: name, in: parts, texts: texts).reading)
  }
  // Those not read above are parsed for their form only; a stray sheet may hide no formula.
  reading.parts = Set(parts.contents.keys)
  for name in parts.contents.keys.sorted() where !seen.contains(name) {
    guard !name.hasPrefix("xl/worksheets/sheet") else {
      throw .unexpected(part: name, "feuille hors du classeur")
    }
    try parts.parse(name) { event in
      guard name == "xl/styles.xml", case .start("cellXfs", let attributes) = event else { return }
      reading.formats = XMLEvent.value(of: "count", in: attributes).flatMap { Int($0) } ?? 0
    }
  }
  return reading
}
