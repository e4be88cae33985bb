import CSV
import Domain
import PlainText

/// An empty export to fill. What explains it stands above the header, where the reader skips it: whoever forgets to delete
/// the example sends no invented job.
///
/// Headers in the association's own words, text in its declared encoding (UTF-8 with a mark where it declares none).
package func template(_ kind: ExportKind, for association: Association?, _ programme: Programme) -> [UInt8] {
  var table = CSVText(separator: ";", lineEnd: "\r\n")
  let schema = ExportSchema.of(kind)
  let head = "\(programme.label.fr) : modèle « \(kind.id) »\(association.map { ", \($0.label)" } ?? "")"
  // Labels and headers are the programme's own words; a spreadsheet opens this file first of all.
  func append(_ fields: [String]) { table.append(fields.map(inertField)) }
  append([
    head + ". Les lignes au-dessus des en-têtes ne sont pas lues ; remplir dessous, une ligne par \(schema.rowNoun)."
  ])
  append(schema.columns.map { $0.explanation(in: programme) })
  append(schema.columns.map { $0.example(for: association, in: programme) })
  append(schema.columns.map { association?.columns[kind]?[$0.id]?.first ?? $0.id })
  return encoded(String(decoding: table.bytes, as: UTF8.self), association?.encoding)
}

private func encoded(_ text: String, _ encoding: TextEncoding?) -> [UInt8] {
  guard encoding == .windows1252 || encoding == .latin1 || encoding == .latin9 else {
    return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
  }
  // Only letters of Latin-1 stand in a template; a label's other character becomes a question mark.
  return text.unicodeScalars.map {
    $0.value < 0x80 || (0xA0...0xFF).contains($0.value) ? UInt8($0.value) : UInt8(ascii: "?")
  }
}
