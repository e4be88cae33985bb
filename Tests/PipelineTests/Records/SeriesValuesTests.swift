import Testing

@testable import Pipeline

/// Whatever list follows whichever, each element has its own value; of the first part of the last list they are those made before.
@Suite struct SeriesValuesTests {
  @Test func theFirstOfTheLastAreNotMadeAgain() {
    var values = SeriesValues<Int, Int>()
    var made: [Int] = []
    func next(_ list: ArraySlice<Int>) -> [Int] {
      made = []
      let values = values.values(of: list) {
        made.append($0)
        return $0 * 10
      }
      return Array(values)
    }
    let list = Array(1...5)
    #expect(next(list[...]) == [10, 20, 30, 40, 50] && made == list)
    #expect(next(list[..<3]) == [10, 20, 30] && made.isEmpty)
    #expect(next(list[...]) == [10, 20, 30, 40, 50] && made.isEmpty)
    #expect(next(list[..<0]).isEmpty && made.isEmpty)
    // Parts that do not begin where it begins; lists that only say the same.
    #expect(next(list[1..<3]) == [20, 30] && made == [2, 3])
    #expect(next(list[1..<2]) == [20] && made.isEmpty)
    #expect(next(list[..<2]) == [10, 20] && made == [1, 2])
    #expect(next(Array(1...2)[...]) == [10, 20] && made == [1, 2])
    // Longer than what is known.
    let longer = Array(1...3)
    #expect(next(longer[..<2]) == [10, 20] && next(longer[...]) == [10, 20, 30] && made == [1, 2, 3])
  }

  /// An error leaves what was there.
  @Test func nothingIsKeptOfAListThatFailed() throws {
    struct Refused: Error {}
    var values = SeriesValues<Int, Int>()
    let list = [1, 2]
    _ = values.values(of: list[...]) { $0 }
    #expect(throws: Refused.self) { try values.values(of: [1, 3]) { _ in throw Refused() } }
    var made = 0
    #expect(
      values.values(of: list[...]) {
        made += 1
        return $0
      } == [1, 2] && made == 0)
  }
}
