import SeededNumbers
import Testing

@testable import Ledger

/// What a copy writes of rows is what it reads of them, whatever stands in their texts.
@Suite struct CopyTextTests {
  private let pieces = ["a", "é", "\t", "\n", "\r", "\\", "N", "\\N", "\u{1}", "t", " ", "日本"]

  @Test(arguments: 1...50) func rowsAsTheyWere(seed: Int) {
    var random = Seeded(UInt64(seed))
    func text() -> String? {
      guard Int.random(in: 0..<6, using: &random) > 0 else { return nil }
      return (0..<Int.random(in: 0...6, using: &random)).map { _ in pieces.randomElement(using: &random)! }.joined()
    }
    let rows = (0..<Int.random(in: 1...20, using: &random)).map { _ in [text(), text(), text()] }
    let text = CopyText.bytes(rows)
    #expect(CopyText.rows(text) == rows)
    // Of some alone.
    func isWanted(_ first: String) -> Bool { first.count % 2 == 0 }
    let names = rows.map { row in row[0].map { CopyText.bytes([[$0]]).dropLast() } ?? [92, 78] }
    var found: [[String?]] = []
    #expect(CopyText.forEachRow(of: text, where: isWanted) { found.append($0) })
    #expect(found == zip(rows, names).filter { isWanted(String(decoding: $1, as: UTF8.self)) }.map(\.0))
  }

  /// No end, no UTF-8, an escape that nobody writes.
  @Test(arguments: [Array("a\tb".utf8), [0xC3, 0x0A], Array("a\\x\n".utf8), Array("a\\\n".utf8)])
  func noRows(text: [UInt8]) {
    #expect(CopyText.rows(text) == nil)
    #expect(!CopyText.forEachRow(of: text) { _ in })
  }

  @Test func noFields() {
    #expect(CopyText.rows([]) == [])
    #expect(CopyText.rows(Array("\n\t\n".utf8)) == [[""], ["", ""]])
  }

  /// As PostgreSQL writes it, to the byte: `COPY (VALUES (E'a\tb\\', NULL, 7, -1)) TO STDOUT`.
  @Test func asPostgreSQL() {
    let values: [ColumnValue] = [.text("a\tb\\"), .text(nil), .number(7), .number(nil), .number(-1), .text("")]
    let bytes = CopyText.bytes([0], width: values.count) { _, column in values[column] }
    #expect(String(decoding: bytes, as: UTF8.self) == "a\\tb\\\\\t\\N\t7\t\\N\t-1\t\n")
  }
}
