import CSV
import SeededNumbers
import Testing

/// The splitting of plain lines against libcsv's on random bytes: the same records, places and errors.
struct TwoReadingsTests {
  /// Mostly what matters to a reader, so that quotes meet delimiters and line ends often.
  private static let alphabet: [UInt8] =
    Array("ab==;;\"\"\"  \t\r\n\n,|é".utf8) + [0x00, 0xA0, 0xC2, 0xE2, 0x80, 0xAF, 0xFF]

  @Test(arguments: [";", ",", "\t", "|"] as [Character])
  func agree(_ delimiter: Character) {
    for seed in 1...5000 as ClosedRange<UInt64> {
      var random = Seeded(seed)
      let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        TwoReadingsTests.alphabet.randomElement(using: &random)!
      }
      let fast = Reading(bytes, delimiter: delimiter)
      #expect(fast == Reading(bytes, delimiter: delimiter, usesOnlyLibCSV: true), "seed \(seed): \(bytes)")
    }
  }

  /// The same with few quotes: longer texts that both read to the end.
  @Test func agreeOnLongTexts() {
    let alphabet = Array("abc;;;;\n\r é0123456789".utf8)
    for seed in 1...300 as ClosedRange<UInt64> {
      var random = Seeded(seed)
      var bytes = (0..<2000).map { _ in alphabet.randomElement(using: &random)! }
      bytes += Array("\n\"q\n\";z\n".utf8) + bytes
      let fast = Reading(bytes)
      #expect(fast.error == nil && fast.records.count > 20)
      #expect(fast == Reading(bytes, usesOnlyLibCSV: true), "seed \(seed)")
    }
  }

  /// Cells in quotes, one cell in a hundred of them unlike what software writes, over lines of many windows.
  @Test func agreeOnQuotedCells() {
    let cells = ["\"\"", "\"a;b\"", "\"Aide de cuisine\"", "x", "", "\"é\"", "2022-05", "\"\t\"", " y "]
    let odd = ["\"a\"\"b\"", "\"a\nb\"", "\"a\r\nb\"", " \"a\"", "\"a\" ", "=\"01\"", "\"a\"b", "a\"", "\""]
    var (isRead, isRefused) = (0, 0)
    for seed in 1...2000 as ClosedRange<UInt64> {
      var random = Seeded(seed)
      let ends = ["\n", "\r\n", "\r"].randomElement(using: &random)!
      var text = ""
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let line = (0..<Int.random(in: 1...20, using: &random)).map { _ in
          (Int.random(in: 0..<200, using: &random) == 0 ? odd : cells).randomElement(using: &random)!
        }
        text += line.joined(separator: ";") + ends
      }
      if Bool.random(using: &random) { text.removeLast(ends.count == 1 ? 1 : 0) }
      let fast = Reading(Array(text.utf8))
      #expect(fast == Reading(Array(text.utf8), usesOnlyLibCSV: true), "seed \(seed)")
      if fast.error == nil { isRead += 1 } else { isRefused += 1 }
    }
    #expect(isRead > 500 && isRefused > 100)
  }
}
