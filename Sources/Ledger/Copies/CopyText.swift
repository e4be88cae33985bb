import Glibc

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
    return text.withUnsafeBytes { text in
      var row: [String?] = []
      var start = 0
      // Rows with the same first field mostly stand side by side.
      var (last, isLastWanted): (Range<Int>?, Bool) = (nil, false)
      while let end = place(of: lineFeed, in: text, start..<text.count) {
        let line = start..<end
        let first = start..<(place(of: tab, in: text, line) ?? end)
        if last.map({ !isSame(text, first, $0) }) ?? true {
          (last, isLastWanted) = (first, isWanted(String(decoding: text[first], as: UTF8.self)))
        }
        start = end + 1
        guard isLastWanted else { continue }
        row.removeAll(keepingCapacity: true)
        guard appendFields(of: text, line, to: &row) else { return false }
        use(row)
      }
      return true
    }
  }

  /// false: not what ``bytes(_:)`` writes.
  private static func appendFields(of text: UnsafeRawBufferPointer, _ line: Range<Int>, to row: inout [String?]) -> Bool
  {
    var start = line.lowerBound
    while true {
      let end = place(of: tab, in: text, start..<line.upperBound) ?? line.upperBound
      guard let value = value(of: text, start..<end) else { return false }
      row.append(value)
      guard end < line.upperBound else { return true }
      start = end + 1
    }
  }

  /// Where a byte stands first; nil: nowhere.
  private static func place(of byte: UInt8, in text: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int? {
    guard !range.isEmpty, let base = text.baseAddress,
      let found = memchr(base + range.lowerBound, Int32(byte), range.count)
    else { return nil }
    return UnsafeRawPointer(found) - base
  }

  private static func isSame(_ text: UnsafeRawBufferPointer, _ some: Range<Int>, _ other: Range<Int>) -> Bool {
    guard some.count == other.count, let base = text.baseAddress else { return false }
    return memcmp(base + some.lowerBound, base + other.lowerBound, some.count) == 0
  }

  /// Asked of the whole: asked field by field it takes longer than reading them.
  private static func isUTF8(_ text: [UInt8]) -> Bool { String(validating: text, as: UTF8.self) != nil }

  // Computed: to ask for one that is stored is to ask first whether it was made.
  private static var tab: UInt8 { UInt8(ascii: "\t") }
  private static var lineFeed: UInt8 { UInt8(ascii: "\n") }
  private static var backslash: UInt8 { UInt8(ascii: "\\") }
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
  private static func value(of text: UnsafeRawBufferPointer, _ range: Range<Int>) -> String?? {
    let field = UnsafeRawBufferPointer(rebasing: text[range])
    guard place(of: backslash, in: text, range) != nil else { return .some(String(decoding: field, as: UTF8.self)) }
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
