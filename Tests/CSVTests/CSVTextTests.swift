import CSV
import SeededNumbers
import Testing

struct CSVTextTests {
  @Test(
    "quotes where it must, and only there",
    arguments: [
      (["a", "b"], "a,b\n"), (["a,b", "c;d"], "\"a,b\",c;d\n"), (["a\"b"], "\"a\"\"b\"\n"),
      (["a\nb", "a\rb"], "\"a\nb\",\"a\rb\"\n"),
      ([" a", "b\t"], "\" a\",\"b\t\"\n"), ([""], "\"\"\n"), (["", ""], ",\n"), ([], "\n"), (["é"], "é\n"),
    ])
  func quoting(_ fields: [String], _ expected: String) {
    var text = CSVText()
    text.append(fields)
    #expect(String(decoding: text.bytes, as: UTF8.self) == expected)
  }

  @Test("the dialect is the caller's") func dialect() {
    var text = CSVText(separator: ";", lineEnd: "\r\n", byteOrderMark: true)
    text.append(["a;b", "c,d"])
    #expect(text.bytes == [0xEF, 0xBB, 0xBF] + Array("\"a;b\";c,d\r\n".utf8))
  }

  @Test("what is written is read back the same", arguments: [";", ",", "\t", "|"] as [Character])
  func identity(_ separator: Character) {
    for seed in 1...400 as ClosedRange<UInt64> {
      var random = Seeded(seed)
      let lineEnd = ["\n", "\r\n", "\r"].randomElement(using: &random)!
      var text = CSVText(separator: separator, lineEnd: lineEnd)
      let rows = (0..<Int.random(in: 1...8, using: &random)).map { _ in randomRow(&random) }
      for row in rows { text.append(row) }
      let reading = Reading(text.bytes, delimiter: separator, isTrimmed: false)
      #expect(reading.error == nil, "seed \(seed)")
      #expect(reading.records.map(\.texts) == rows, "seed \(seed)")
    }
  }

  /// The first field is never blank: a line of blanks is no row.
  private func randomRow(_ random: inout Seeded) -> [String] {
    let pieces = ["a", "é", "\"", "\"\"", ";", ",", "\t", "|", " ", "\n", "\r", "\r\n", "\u{A0}", "=1", "𝄞", "x y"]
    return ["k"]
      + (0..<Int.random(in: 0...5, using: &random)).map { _ in
        (0..<Int.random(in: 0...6, using: &random)).map { _ in pieces.randomElement(using: &random)! }.joined()
      }
  }
}
