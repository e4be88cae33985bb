import Domain
import Testing

@testable import Query

/// Leaves over the same rows are counted in one pass, a bit each.
@Suite struct UnitsQueryTests {
  @Test(arguments: [(1, 1), (60, 1), (61, 2), (121, 3)]) func conditionsBeyondAWordStandInTheNext(
    _ leaves: Int, _ words: Int
  ) {
    let text = CountedTogether(source: .jobs, way: .units("poste")).selects((0..<leaves).map(count)).joined()
    for word in 0..<words { #expect(text.contains("(bits_\(word) & ")) }
    #expect(!text.contains("bits_\(words)"))
    #expect(!text.contains(String(Int64.max / 2 + 1)))
  }

  @Test func theSameConditionIsOneBit() {
    let text = CountedTogether(source: .jobs, way: .units("poste")).selects([count(7), count(7)]).joined()
    #expect(text.components(separatedBy: "statut = 7").count == 2)
  }

  private func count(_ number: Int) -> LeafCount {
    LeafCount(
      leaf: "leaf \(number)", indicators: ["i"], asked: ["statut = \(number)"], kept: [], filled: nil, amount: nil,
      breakdowns: [[]])
  }
}
