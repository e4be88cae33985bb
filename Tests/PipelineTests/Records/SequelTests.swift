import SeededNumbers
import Testing

@testable import Pipeline

/// Whatever list follows whichever, each element has its own value; of one that stayed it is the one made before.
@Suite struct SequelTests {
  @Test(arguments: [1, 2, 3, 4, 5]) func everyElementHasItsOwn(seed: Int) {
    var numbers = Seeded(UInt64(seed))
    var sequel = Sequel<Int, String>(==)
    var list: [Int] = []
    for _ in 0..<60 {
      switch Int.random(in: 0..<4, using: &numbers) {
      case 0: list.insert(Int.random(in: 0..<50, using: &numbers), at: Int.random(in: 0...list.count, using: &numbers))
      case 1: list.removeAll { _ in Int.random(in: 0..<5, using: &numbers) == 0 }
      case 2: list += (0..<Int.random(in: 0..<20, using: &numbers)).map { _ in Int.random(in: 0..<50, using: &numbers) }
      default: if Int.random(in: 0..<6, using: &numbers) == 0 { list.shuffle(using: &numbers) }
      }
      #expect(sequel.values(of: list) { "\($0)" } == list.map { "\($0)" })
    }
  }

  @Test func whatStayedIsNotMadeAgain() {
    var sequel = Sequel<Int, Int>(==)
    var made: [Int] = []
    func next(_ list: [Int]) -> [Int] {
      made = []
      return sequel.values(of: list) {
        made.append($0)
        return $0 * 10
      }
    }
    #expect(next([1, 2, 3]) == [10, 20, 30] && made == [1, 2, 3])
    #expect(next([1, 7, 2, 3, 8]) == [10, 70, 20, 30, 80] && made == [7, 8])
    // Gone: passed over.
    #expect(next([7, 3, 8, 9]) == [70, 30, 80, 90] && made == [9])
    #expect(next([]).isEmpty && made.isEmpty)
    #expect(next([9]) == [90] && made == [9])
  }

  /// An error leaves what was there.
  @Test func nothingIsKeptOfAListThatFailed() throws {
    struct Refused: Error {}
    var sequel = Sequel<Int, Int>(==)
    _ = sequel.values(of: [1, 2]) { $0 }
    #expect(throws: Refused.self) { try sequel.values(of: [1, 3]) { _ in throw Refused() } }
    var made = 0
    #expect(
      sequel.values(of: [1, 2]) {
        made += 1; return $0
      } == [1, 2] && made == 0)
  }
}
