import CSV
import SeededNumbers
import Testing

import class Foundation.ProcessInfo

/// Our splitting of records against libcsv's, on all short texts and on random ones: the same records, places and errors. `LENGTH=9` looks
/// at all texts of up to nine characters (12 million: some minutes).
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

  /// Every text of what matters to a reader: what follows a quote, and what stands before it, is all there is to know.
  @Test func agreeOnEveryShortText() {
    let alphabet = Array("a;\"\n\r ".utf8)
    let longest = ProcessInfo.processInfo.environment["LENGTH"].flatMap(Int.init) ?? 5
    var (count, isOurs) = (0, 0)
    for length in 0...longest {
      var text = [UInt8](repeating: alphabet[0], count: length)
      var digits = [Int](repeating: 0, count: length)
      var isOver = false
      while !isOver {
        count += 1
        let fast = Reading(text, isTrimmed: true)
        if fast != Reading(text, usesOnlyLibCSV: true) { Issue.record("\(text)") }
        if fast.error == nil, fast.records.contains(where: { $0.fields.contains { $0.contains(0x22) } }) { isOurs += 1 }
        // The next one, as a number counts on.
        var place = length - 1
        while place >= 0, digits[place] == alphabet.count - 1 {
          (digits[place], text[place]) = (0, alphabet[0])
          place -= 1
        }
        isOver = place < 0
        guard !isOver else { continue }
        digits[place] += 1
        text[place] = alphabet[digits[place]]
      }
    }
    #expect(count == (0...longest).reduce(0) { sum, length in sum + (0..<length).reduce(1) { power, _ in power * 6 } })
    #expect(isOurs > 0)
  }

  /// Fields in which quotes stand twice and lines end, of all sizes, over many windows.
  @Test func agreeOnLongFields() {
    let pieces = ["\"\"", "\n", "\r\n", "\r", ";", "=", "a", " ", "é", "0123456789", "\"\"\"\""]
    for seed in 1...3000 as ClosedRange<UInt64> {
      var random = Seeded(seed)
      var text = ""
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let fields = (0..<Int.random(in: 1...6, using: &random)).map { _ in
          let inner = (0..<Int.random(in: 0...30, using: &random)).map { _ in pieces.randomElement(using: &random)! }
          switch Int.random(in: 0..<60, using: &random) {
          case 0: return "x\"" + inner.joined() + "\""
          case 1: return "\"" + inner.joined() + "\"x"
          case 2: return "=\"01\""
          case 3...20: return "plain"
          default: return "\"" + inner.joined() + "\""
          }
        }
        text += fields.joined(separator: ";") + ["\n", "\r\n", "\r"].randomElement(using: &random)!
      }
      let fast = Reading(Array(text.utf8), isTrimmed: false)
      let slow = Reading(Array(text.utf8), usesOnlyLibCSV: true, isTrimmed: false)
      #expect(fast == slow, "seed \(seed)")
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
