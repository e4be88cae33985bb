/// Rows as text in the COPY format of PostgreSQL (https://www.postgresql.org/docs/current/sql-copy.html, "Text Format"): fields
/// parted by tabs, each row ended by a line feed, `\N` for what is absent. The same rows give the same bytes, whatever SQLite
/// does with its pages.
enum CopyText {
  /// Rows of one width.
  static func bytes(_ rows: [[String?]]) -> [UInt8] {
    bytes(rows, width: rows.first?.count ?? 0) { row, column in .text(row[column]) }
  }

  static func bytes<Record>(
    _ records: [Record], width: Int, _ value: (Record, _ column: Int) -> ColumnValue
  ) -> [UInt8] {
    var text: [UInt8] = []
    for record in records {
      for column in 0..<width {
        if column > 0 { text.append(tab) }
        switch value(record, column) {
        case .text(let field): append(field, to: &text)
        case .number(let number): append(number.map(String.init), to: &text)
        }
      }
      text.append(lineFeed)
    }
    return text
  }

  /// nil: not what ``bytes(_:)`` writes.
  static func rows(_ text: [UInt8]) -> [[String?]]? {
    guard text.isEmpty || text.last == lineFeed else { return nil }
    var rows: [[String?]] = []
    for line in text.dropLast().split(separator: lineFeed, omittingEmptySubsequences: false) where !text.isEmpty {
      var row: [String?] = []
      for field in line.split(separator: tab, omittingEmptySubsequences: false) {
        guard let value = value(of: field) else { return nil }
        row.append(value)
      }
      rows.append(row)
    }
    return rows
  }

  private static let (tab, lineFeed, backslash) = (UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\\"))
  private static let escapes: [(byte: UInt8, letter: UInt8)] = [
    (tab, UInt8(ascii: "t")), (lineFeed, UInt8(ascii: "n")), (UInt8(ascii: "\r"), UInt8(ascii: "r")),
    (backslash, backslash),
  ]

  private static func append(_ field: String?, to text: inout [UInt8]) {
    guard var field else {
      text += [backslash, UInt8(ascii: "N")]
      return
    }
    field.withUTF8 { bytes in
      // Nearly no text needs it.
      guard bytes.contains(where: { $0 < 0x20 || $0 == backslash }) else {
        text.append(contentsOf: bytes)
        return
      }
      for byte in bytes {
        if let escape = escapes.first(where: { $0.byte == byte }) {
          text += [backslash, escape.letter]
        } else {
          text.append(byte)
        }
      }
    }
  }

  /// .some(nil): absent.
  private static func value(of field: ArraySlice<UInt8>) -> String?? {
    guard field.contains(backslash) else { return String(validating: field, as: UTF8.self).map { .some($0) } }
    if field.elementsEqual([backslash, UInt8(ascii: "N")]) { return .some(nil) }
    var bytes: [UInt8] = []
    var rest = field
    while let byte = rest.popFirst() {
      guard byte == backslash else {
        bytes.append(byte)
        continue
      }
      guard let letter = rest.popFirst(), let escape = escapes.first(where: { $0.letter == letter }) else { return nil }
      bytes.append(escape.byte)
    }
    return String(validating: bytes, as: UTF8.self).map { .some($0) }
  }
}
