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
    var rows: [[String?]] = []
    return forEachRow(of: text) { rows.append($0) } ? rows : nil
  }

  /// Gives each row to `use` whose first field `isWanted`, and does not look at the others; false: not what ``bytes(_:)`` writes.
  static func forEachRow(
    of text: [UInt8], where isWanted: (String) -> Bool = { _ in true }, _ use: ([String?]) -> Void
  ) -> Bool {
    guard text.isEmpty || text.last == lineFeed, isUTF8(text) else { return false }
    return text.withUnsafeBufferPointer { text in
      var row: [String?] = []
      var start = 0
      // Rows with the same first field mostly stand side by side.
      var (last, wanted): (Slice<UnsafeBufferPointer<UInt8>>?, Bool) = (nil, false)
      while let end = text[start...].firstIndex(of: lineFeed) {
        let line = text[start..<end]
        let first = line.prefix { $0 != tab }
        if last.map({ !first.elementsEqual($0) }) ?? true {
          (last, wanted) = (first, isWanted(String(decoding: first, as: UTF8.self)))
        }
        start = end + 1
        guard wanted else { continue }
        row.removeAll(keepingCapacity: true)
        guard appendFields(of: line, to: &row) else { return false }
        use(row)
      }
      return true
    }
  }

  /// false: not what ``bytes(_:)`` writes.
  private static func appendFields(of line: Slice<UnsafeBufferPointer<UInt8>>, to row: inout [String?]) -> Bool {
    var rest = line
    while true {
      let field = rest.prefix { $0 != tab }
      guard let value = value(of: UnsafeBufferPointer(rebasing: field)) else { return false }
      row.append(value)
      guard field.endIndex < line.endIndex else { return true }
      rest = line[(field.endIndex + 1)...]
    }
  }

  /// Asked of the whole: asked field by field it takes longer than reading them.
  private static func isUTF8(_ text: [UInt8]) -> Bool { String(validating: text, as: UTF8.self) != nil }

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

  /// Of text that is UTF-8. .some(nil): absent; nil: not what ``bytes(_:)`` writes.
  private static func value(of field: UnsafeBufferPointer<UInt8>) -> String?? {
    guard field.contains(backslash) else { return .some(String(decoding: field, as: UTF8.self)) }
    if field.elementsEqual([backslash, UInt8(ascii: "N")]) { return .some(nil) }
    var bytes: [UInt8] = []
    var rest = field[...]
    while let byte = rest.popFirst() {
      guard byte == backslash else {
        bytes.append(byte)
        continue
      }
      guard let letter = rest.popFirst(), let escape = escapes.first(where: { $0.letter == letter }) else { return nil }
      bytes.append(escape.byte)
    }
    return .some(String(decoding: bytes, as: UTF8.self))
  }
}
