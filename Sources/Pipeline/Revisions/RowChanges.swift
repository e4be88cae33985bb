import CSV
import Domain
import Ingest

/// The accepted rows in which two versions of an export differ, as lines of the raw files. A row is the same row where it
/// has the same key (2-exports.md).
package struct RowChanges: Hashable, Sendable {
  /// Lines of the new file.
  package var added: [Int] = []
  /// Lines of the old file.
  package var removed: [Int] = []
  /// Lines of the new file: the same key, another content.
  package var changed: [Int] = []

  /// `1 ligne changée (ligne 7)`; empty where nothing differs.
  var french: [String] {
    counted.map { words, lines, whose in
      let shown = lines.prefix(8).map(String.init).joined(separator: ", ") + (lines.count > 8 ? "…" : "")
      return "\(words) (ligne\(lines.count > 1 ? "s" : "") \(shown)\(whose))"
    }
  }

  /// The same without lines or counts: a row can be one person.
  var summary: [String] {
    [(changed, "changées"), (added, "ajoutées"), (removed, "retirées")].filter { !$0.0.isEmpty }.map {
      "lignes \($0.1)"
    }
  }

  private var counted: [(words: String, lines: [Int], whose: String)] {
    [(changed, "changée", ""), (added, "ajoutée", ""), (removed, "retirée", " de l'ancien fichier")]
      .filter { !$0.0.isEmpty }.map { lines, word, whose in
        let plural = lines.count > 1 ? "s" : ""
        return ("\(lines.count) ligne\(plural) \(word)\(plural)", lines, whose)
      }
  }
}

/// From one archived text to another; nil is no rows.
func rowChanges(_ kind: ExportKind, from old: [UInt8]?, to new: [UInt8]?) throws -> RowChanges {
  var before = try archivedRows(old ?? [], kind)
  let after = try archivedRows(new ?? [], kind)
  var changes = RowChanges()
  var unmatched: [(key: String, row: ArchivedRow)] = []
  // Rows that are the same in both go first: of several with one key, only the others can have changed.
  for (key, row) in after {
    if let same = before[key]?.firstIndex(where: { $0.content == row.content }) {
      before[key]?.remove(at: same)
    } else {
      unmatched.append((key, row))
    }
  }
  for (key, row) in unmatched {
    if before[key]?.isEmpty == false {
      before[key]?.removeFirst()
      changes.changed.append(row.line)
    } else {
      changes.added.append(row.line)
    }
  }
  changes.removed = before.values.joined().map(\.line).sorted()
  return changes
}

private struct ArchivedRow {
  let line: Int
  let content: [UInt8]
}

/// Places of the key's columns in the archive.
private func keyPlaces(_ kind: ExportKind) -> [Int] {
  // The line number stands before the contract's columns.
  ExportSchema.of(kind).key.map { $0 + 1 }
}

private func archivedRows(_ text: [UInt8], _ kind: ExportKind) throws -> ArchivedRows {
  let places = keyPlaces(kind)
  var rows = ArchivedRows()
  try text.withUnsafeBufferPointer { bytes in
    let reader = RecordReader(bytes, delimiter: UInt8(ascii: ","))
    guard try reader.next() else { return }
    while try reader.next() {
      let key = places.map { String(decoding: reader[$0], as: UTF8.self) }.joined(separator: "\u{1F}")
      var content: [UInt8] = []
      for field in 1..<reader.count {
        content += reader[field]
        content.append(0x1F)
      }
      rows.append(
        key, ArchivedRow(line: Int(String(decoding: reader[0], as: UTF8.self)) ?? 0, content: content))
    }
  }
  return rows
}

/// Rows by key, and in their order.
private struct ArchivedRows: Sequence {
  private var order: [(String, ArchivedRow)] = []
  private var byKey: [String: [ArchivedRow]] = [:]

  mutating func append(_ key: String, _ row: ArchivedRow) {
    order.append((key, row))
    byKey[key, default: []].append(row)
  }

  subscript(_ key: String) -> [ArchivedRow]? {
    get { byKey[key] }
    set { byKey[key] = newValue }
  }
  var values: Dictionary<String, [ArchivedRow]>.Values { byKey.values }
  func makeIterator() -> some IteratorProtocol<(String, ArchivedRow)> { order.makeIterator() }
}
