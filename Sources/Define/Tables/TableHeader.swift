import CSV
import Domain

/// Where each column of a reference table stands, and a reader behind that line.
struct TableHeader {
  let reader: RecordReader
  /// Up to the last column that has a name.
  let width: Int
  private let columns: [String]
  private let places: [Int]

  /// nil where no delimiter makes a header of the first record that is not blank; what lacks is noted.
  init?(of text: UnsafeBufferPointer<UInt8>, _ group: KeyGroup, _ file: String, _ faults: DefinitionFaults) {
    columns = group.keys.map(\.name)
    let wanted = columns.map(normalForm)
    let expected = "attendu : l'en-tête \(columns.joined(separator: ";"))"
    // The delimiter under which most of the columns are there.
    let best = FirstRecord.all(of: text).max {
      wanted.filter($0.names.contains).count < wanted.filter($1.names.contains).count
    }
    guard let best else {
      faults.note(DefinitionError(file: file, "fichier vide ; \(expected)"))
      return nil
    }
    reader = best.reader
    places = wanted.compactMap { best.names.firstIndex(of: $0) }
    width = (best.names.lastIndex { !$0.isEmpty } ?? 0) + 1
    if let problem = best.problem(columns, places) {
      faults.note(DefinitionError(file: file, line: best.reader.line, "\(problem)\(expected)"))
      return nil
    }
  }

  func fields(_ row: [String], only count: Int? = nil) -> [String: String] {
    Dictionary(
      zip(columns, places).prefix(count ?? places.count).map { ($0, row.indices.contains($1) ? row[$1] : "") },
      uniquingKeysWith: { first, _ in first })
  }
}

/// The first record that is not blank, under one delimiter.
private struct FirstRecord {
  let reader: RecordReader
  let written: [String]
  let names: [String]

  /// Under each delimiter; what cannot be parsed under one is no header under it. `sep=` names the only one.
  static func all(of text: UnsafeBufferPointer<UInt8>) -> [FirstRecord] {
    let first = physicalLineEnd(text, from: 0)
    let isDeclared = first.text == 5 && text.starts(with: Array("sep=".utf8))
    // Of two that are as good the last one is taken: `;` stands last.
    return (isDeclared ? [text[4]] : Array("|\t,;".utf8)).compactMap { delimiter in
      let reader = RecordReader(
        text, from: isDeclared ? first.next : 0, line: isDeclared ? 2 : 1, delimiter: delimiter)
      var written: [String] = []
      while isBlank(written), (try? reader.next()) == true {
        written = (0..<reader.count).map { String(decoding: trimmed(reader[$0]), as: UTF8.self) }
      }
      guard !isBlank(written) else { return nil }
      return FirstRecord(reader: reader, written: written, names: written.map(normalForm))
    }
  }

  /// Nothing but delimiters, quotes and spaces, whatever the delimiter is.
  private static func isBlank(_ cells: [String]) -> Bool { cells.allSatisfy { $0.allSatisfy(";,\t|\" ".contains) } }

  /// What lacks, and what is too much; nil where it is the header.
  func problem(_ columns: [String], _ places: [Int]) -> String? {
    let missing = columns.filter { !names.contains(normalForm($0)) }
    let strangers = names.indices.filter { !names[$0].isEmpty && !places.contains($0) }.map { written[$0] }
    if missing.isEmpty && strangers.isEmpty { return nil }
    if missing.count == columns.count { return "\(quoted(written.joined(separator: " "))) ; " }
    var problem = ""
    if !missing.isEmpty { problem += "colonne manquante : \(missing.joined(separator: ", ")) ; " }
    if !strangers.isEmpty {
      problem += "colonne inconnue ou écrite deux fois : \(strangers.map(quoted).joined(separator: ", ")) ; "
    }
    return problem
  }
}
