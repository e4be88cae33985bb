import CSV
import Domain

/// The same export with some cells blank: what an association would send had it left them out. To tell what a fault costs;
/// nothing of it is kept. nil: the text cannot be read that far.
package func blankingCells(
  _ columns: Set<Int>, onLines lines: Set<Int>, of bytes: UnsafeBufferPointer<UInt8>, _ export: Export,
  _ programme: Programme
) -> [UInt8]? {
  let association = programme.associations[export.association]
  var isAssumed = false
  guard let decoded = try? decodeText(bytes, declared: association.encoding, assumed: &isAssumed) else { return nil }
  switch decoded {
  case .own(let start): return rewritten(Bytes(rebasing: bytes[start...]), columns, lines, export.kind, association)
  case .translated(let text):
    return text.withUnsafeBufferPointer { rewritten($0, columns, lines, export.kind, association) }
  }
}

/// Header and rows as plain UTF-8 with semicolons; titles above the header say nothing to the reader.
private func rewritten(
  _ text: Bytes, _ columns: Set<Int>, _ lines: Set<Int>, _ kind: ExportKind, _ association: Association
) -> [UInt8]? {
  guard let header = try? HeaderSearch(kind: kind, association: association).find(in: text) else { return nil }
  var columns = columns
  // An exit without its date has no outcome either.
  if kind == .beneficiaires, columns.contains(header.positions[PathColumn.date_sortie.place]) {
    columns.insert(header.positions[PathColumn.sortie.place])
  }
  let known = Set(header.positions)
  var table = CSVText(separator: ";")
  table.append(header.names)
  let reader = RecordReader(
    text, from: header.offset, line: header.nextLine, row: header.nextRow, delimiter: header.delimiter)
  while (try? reader.next()) == true {
    let isMended = lines.contains(reader.line)
    table.append(
      (0..<reader.count).map { place in
        let cell = trimmed(reader[place])
        if isMended && columns.contains(place) { return "" }
        return known.contains(place) ? String(decoding: cell, as: UTF8.self) : standIn(cell)
      })
  }
  return table.bytes
}

/// For a cell that no column of the contract stands above, and that may hold a name: whether there is something, and
/// whether it could begin a total row.
private func standIn(_ cell: Bytes) -> String {
  if cell.isEmpty { return "" }
  return normalForm(String(decoding: cell.prefix(60), as: UTF8.self)).hasPrefix("total") ? "total" : "x"
}
