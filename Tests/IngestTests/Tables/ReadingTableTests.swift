import Domain
import SeededNumbers
import Testing

@testable import Ingest

struct ReadingTableTests {
  private func words(_ text: String) -> CellWords? {
    var text = text
    return text.withUTF8 { CellWords($0) }
  }

  @Test("equal words are equal texts, of all lengths to sixteen") func wordsAreTheText() {
    var random = Seeded(1)
    var seen: [CellWordsKey: String] = [:]
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...18, using: &random)
      let text = String(
        decoding: (0..<count).map { _ in UInt8.random(in: 0x61...0x62, using: &random) }, as: UTF8.self)
      guard let words = words(text) else {
        #expect(count > 16)
        continue
      }
      #expect(count <= 16)
      let key = CellWordsKey(low: words.low, high: words.high)
      #expect(seen[key, default: text] == text)
      seen[key] = text
    }
    #expect(Set(seen.values).count == seen.count && seen.count > 3000)
    #expect(words("abcdefgh")?.low == 0x6867_6665_6463_6261)
    #expect(words("abcdefghi") == CellWords(low: 0x6867_6665_6463_6261, high: 0x69))
    #expect(words("abc") == CellWords(low: 0x63_6261, high: 0))
  }
  private struct CellWordsKey: Hashable {
    let low: UInt64
    let high: UInt64
  }

  @Test("what is found is what was kept last of that text, or nothing") func table() {
    var random = Seeded(2)
    let table = ReadingTable(bits: 6)
    defer { table.deallocate() }
    var expected: [Int: Int64] = [:]
    var found = 0
    for _ in 0..<20_000 {
      let number = Int.random(in: 0..<100, using: &random)
      let words = words("texte \(number)")!
      if let value = table.value(of: words) {
        #expect(value == expected[number])
        found += 1
      } else {
        expected[number] = Int64(found)
        table.keep(Int64(found), of: words)
      }
    }
    #expect(found > 5000)
    #expect(ReadingTable(bits: 6).value(of: words("")!) == nil)
  }

  @Test("a year and a month that stand in two cells are read together") func twoCells() {
    func both(_ first: String, _ second: String) -> CellWords? {
      var (first, second) = (first, second)
      return first.withUTF8 { first in second.withUTF8 { CellWords(first, $0) } }
    }
    #expect(both("2022", "5") == CellWords(low: words("2022")!.low, high: words("5")!.low))
    #expect(both("2022", "52") != both("20225", "2"))
    #expect(both("2022", "septembre") == nil)
  }

  /// A word for unknown is a note a row, a fault one a row: neither may be kept as a blank.
  @Test("what there was to say of a text is said of each row that has it") func saidEachTime() throws {
    let row = "2022-05;P%;alimentation;cdi;existant;"
    let file = "mois;poste_id;axe;contrat;statut;etp;sexe\n"
    let rows = (1...5).map { row.replacing("%", with: "\($0)") + ($0 == 3 ? "1;f" : "2;-") }
    let read = try Sample.read(.etp, Array((file + rows.joined(separator: "\n") + "\n").utf8))
    #expect(read.findings.filter { $0.code == FindingCode.outOfRange.rawValue }.map(\.line) == [2, 3, 5, 6])
    let blank = read.findings.first { $0.code == FindingCode.readAsBlank.rawValue }
    #expect(blank?.line == 2 && blank?.otherLines == [3, 5, 6])
  }
}
