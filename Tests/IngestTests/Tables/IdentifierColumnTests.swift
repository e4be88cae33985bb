import Domain
import SeededNumbers
import Testing

@testable import Ingest

/// Columns of identifiers month by month, against a dictionary: whoever comes, goes, or stands elsewhere than the month before.
struct IdentifierColumnTests {
  @Test(
    "numbers are those of the order of arrival, whatever the order of the rows",
    arguments: 1...30 as ClosedRange<UInt64>)
  func months(_ seed: UInt64) {
    var random = Seeded(seed)
    let interner = Interner()
    var expected: [String: UInt32] = [:]
    var people = (0..<Int.random(in: 1...1500, using: &random)).map { "S\($0 * 7 / 8)" }
    var earlier: [UInt32] = []
    for _ in 0..<4 {
      var column = IdentifierColumn(
        interner, expecting: Int.random(in: 0...people.count, using: &random), after: earlier)
      for text in people {
        var text = text
        text.withUTF8 { column.append($0) }
      }
      earlier = column.finish()
      column.deallocate()
      #expect(earlier.count == people.count)
      for (text, number) in zip(people, earlier) {
        // A blank is 0; composed and decomposed are one.
        let known = text.isEmpty ? 0 : expected[text] ?? UInt32(expected.count + 1)
        if !text.isEmpty { expected[text] = known }
        #expect(number == known)
      }
      change(&people, &random)
    }
  }

  private func change(_ people: inout [String], _ random: inout Seeded) {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: people.shuffle(using: &random)
    case 1: people.removeSubrange(0..<min(people.count, Int.random(in: 0...600, using: &random)))
    case 2: people.removeAll { _ in Int.random(in: 0..<5, using: &random) == 0 }
    default: break
    }
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      let text = [
        "", "é", "e\u{301}", "un identifiant de plus de seize octets", "N\(Int.random(in: 0..<99, using: &random))",
      ]
      .randomElement(using: &random)!
      people.insert(text, at: Int.random(in: 0...people.count, using: &random))
    }
  }
}
