/// What one cell of a workbook file shows; nil: there is no such sheet. Like ``readBack(_:)`` it understands what `write` writes.
///
/// - Throws: `ReadBackError`.
package func readCell(at place: CellPlace, on sheet: String, of path: String) throws(ReadBackError) -> Cell.Content? {
  let parts = try Parts(at: path)
  let main = try Relations(of: "xl/workbook.xml", in: parts)
  guard let entry = try BookPart(in: parts).sheets.first(where: { $0.name == sheet }) else { return nil }
  let texts = try SharedTexts(in: parts, main).texts
  var (isHere, isValue) = (false, false)
  var kind: String?
  var value: [UInt8] = []
  try parts.parse(main.target(of: entry.id)) { event in
    switch event {
    case .start("c", let attributes):
      isHere = XMLEvent.value(of: "r", in: attributes) == place.name
      if isHere { kind = XMLEvent.value(of: "t", in: attributes) }
    case .start("v", _): isValue = isHere
    case .end("v"): isValue = false
    case .text(let piece) where isValue: value.append(contentsOf: piece)
    default: break
    }
  }
  let text = String(decoding: value, as: UTF8.self)
  if kind == "s" { return Int(text).flatMap { texts.indices.contains($0) ? .text(texts[$0]) : nil } ?? .blank }
  return Double(text).map { .number($0) } ?? .blank
}

/// The document properties of a workbook that bilan or another program saved: its keywords; nil where it has none, or is none.
package func readKeywords(of path: String) -> String? {
  guard let parts = try? Parts(at: path) else { return nil }
  var isWord = false
  var bytes: [UInt8] = []
  try? parts.parse("docProps/core.xml") { event in
    switch event {
    case .start("cp:keywords", _): isWord = true
    case .end("cp:keywords"): isWord = false
    case .text(let piece) where isWord: bytes.append(contentsOf: piece)
    default: break
    }
  }
  return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
}
