import CSV
import Domain

/// The rows of a reference table, whatever the order of its columns and its dialect are; nil where it is none, which has been
/// noted.
func readTable(_ bytes: [UInt8], file: String, columns: KeyGroup, _ faults: DefinitionFaults) -> [TableRow]? {
  bytes.withUnsafeBufferPointer { bytes in
    var isAssumed = false
    do {
      switch try decodeText(bytes, declared: nil, assumed: &isAssumed) {
      case .own(let start): return readRows(UnsafeBufferPointer(rebasing: bytes[start...]), file, columns, faults)
      case .translated(let text):
        return text.withUnsafeBufferPointer { readRows($0, file, columns, faults) }
      }
    } catch {
      faults.note(
        DefinitionError(
          file: file, line: (error as? TextFault)?.line, "illisible ; attendu : du texte, en UTF-8 ou Windows-1252"))
      return nil
    }
  }
}

private func readRows(
  _ text: UnsafeBufferPointer<UInt8>, _ file: String, _ columns: KeyGroup, _ faults: DefinitionFaults
) -> [TableRow]? {
  guard let header = TableHeader(of: text, columns, file, faults) else { return nil }
  let reader = header.reader
  var rows: [TableRow] = []
  do {
    while try reader.next() {
      let fields = (0..<reader.count).map { String(decoding: trimmed(reader[$0]), as: UTF8.self) }
      guard fields.allSatisfy(\.isEmpty) == false else { continue }
      guard fields.count >= header.width, fields.dropFirst(header.width).allSatisfy(\.isEmpty) else {
        faults.note(
          DefinitionError(
            file: file, line: reader.line,
            "\(fields.count) valeurs ; attendu : \(header.width) (des guillemets manquent-ils autour d'un texte à virgule ?)"
          ))
        // Its first cell may be right: what refers to it is no error of its own.
        rows.append(
          TableRow(file: file, line: reader.line, fields: header.fields(fields, only: 1), faults: DefinitionFaults()))
        continue
      }
      rows.append(TableRow(file: file, line: reader.line, fields: header.fields(fields), faults: faults))
    }
  } catch {
    faults.note(
      DefinitionError(file: file, line: error.line, "guillemet mal placé ; attendu : toute la cellule entre guillemets")
    )
    return nil
  }
  return rows
}

/// Nothing but delimiters, quotes and spaces, whatever the delimiter is.
private func isBlank(_ cells: [String]) -> Bool { cells.allSatisfy { $0.allSatisfy(";,\t|\" ".contains) } }
