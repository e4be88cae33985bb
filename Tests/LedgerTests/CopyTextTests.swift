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
    #expect(CopyText.rows(CopyText.bytes(rows)) == rows)
  }

  /// As PostgreSQL writes it, to the byte: `COPY (VALUES (E'a\tb\\', NULL, 7, -1)) TO STDOUT`.
  @Test func asPostgreSQL() {
    let values: [ColumnValue] = [.text("a\tb\\"), .text(nil), .number(7), .number(nil), .number(-1), .text("")]
    let bytes = CopyText.bytes([0], width: values.count) { _, column in values[column] }
    #expect(String(decoding: bytes, as: UTF8.self) == "a\\tb\\\\\t\\N\t7\t\\N\t-1\t\n")
  }
}
