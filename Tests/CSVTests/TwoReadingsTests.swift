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
}
