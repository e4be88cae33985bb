import Testing

@testable import Validate

struct UsualRangeTests {
  @Test(
    "median and three spreads, which have a floor and a share of the median as least",
    arguments: [
      ([100, 100, 100, 100], 10, 70, 130), ([10, 10, 10, 10], 10, 0, 40), ([1000, 1000, 1000, 1000], 10, 850, 1150),
      // Deviations 20, 10, 0, 10, 20: spread 15.
      ([80, 90, 100, 110, 120], 1, 55, 145),
      // One odd month moves neither the middle nor the range.
      ([100, 100, 100, 100, 100, 9999], 10, 70, 130), ([0, 0, 0, 0], 5, 0, 15), ([99, 101, 99, 101], 1, 85, 115),
    ] as [([Int64], Int64, Int64, Int64)])
  func range(_ past: [Int64], _ least: Int64, _ low: Int64, _ high: Int64) throws {
    let usual = try #require(UsualRange(past: past, leastSpread: least))
    #expect((usual.low, usual.high) == (low, high))
  }

  @Test("three months say nothing") func tooShort() {
    #expect(UsualRange(past: [1, 1, 1], leastSpread: 1) == nil && UsualRange(past: [], leastSpread: 1) == nil)
  }

  @Test("the last twelve months alone count") func lastYear() {
    let year = Array(repeating: Int64(500), count: 12)
    #expect(UsualRange(past: [9000, 9000, 9000] + year, leastSpread: 10) == UsualRange(past: year, leastSpread: 10))
  }

  @Test("a new level is said when it begins, and not again") func newLevel() throws {
    var past = Array(repeating: Int64(90), count: 8)
    var said: [Int] = []
    for (index, value) in ([140, 140, 141, 139, 140, 250, 140] as [Int64]).enumerated() {
      if try #require(UsualRange(past: past, leastSpread: 5)).isJump(value) { said.append(index) }
      past.append(value)
    }
    #expect(said == [0, 5])
  }

  @Test("what grows month by month is no jump") func growth() throws {
    var past: [Int64] = [100, 100, 100, 100]
    for value in stride(from: Int64(110), to: 300, by: 10) {
      #expect(!(try #require(UsualRange(past: past, leastSpread: 5)).isJump(value)))
      past.append(value)
    }
  }
}
