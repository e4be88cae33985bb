import SeededNumbers
import Testing

@testable import Compute

/// The table holds what the standard dictionary would.
struct NumberTableTests {
  @Test(arguments: [0, 1, 10, 11, 1_000, 50_000]) func isADictionary(size: Int) {
    var random = Seeded(UInt64(size))
    var table = NumberTable(0)
    var expected: [UInt64: Int] = [:]
    for step in 0..<size {
      // 0 is a key too; so are numbers that differ in the high half alone.
      let key = UInt64.random(in: 0...40, using: &random) << 40 | UInt64.random(in: 0...500, using: &random)
      table.update(key) { $0 += step }
      expected[key, default: 0] += step
    }
    var found: [UInt64: Int] = [:]
    table.forEach { found[$0] = $1 }
    #expect(found == expected)
    #expect(table.count == expected.count)
  }
}
