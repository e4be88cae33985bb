import SeededNumbers
import Testing

@testable import Compute

/// The table holds what the standard set would.
struct UnitTableTests {
  @Test(arguments: [0, 1, 15, 16, 1_000, 50_000]) func isASet(size: Int) {
    var random = Seeded(UInt64(size))
    var table = UnitTable()
    var expected: [UInt64: [UInt64: UInt64]] = [:]
    for _ in 0..<size {
      // Packed as the passes pack them: an association in the high half, and numbers that follow one another.
      let cell = UInt64.random(in: 0...3, using: &random) << 32 | UInt64.random(in: 0...3, using: &random)
      let unit = UInt64.random(in: 0...2, using: &random) << 32 | UInt64.random(in: 1...8_000, using: &random)
      let bits = UInt64.random(in: 0...15, using: &random)
      table.add(cell: cell, unit: unit, bits: bits)
      expected[cell, default: [:]][unit, default: 0] |= bits
    }
    var found: [UInt64: [UInt64: UInt64]] = [:]
    table.forEach { found[$0.cell, default: [:]][$0.unit] = $0.bits }
    #expect(found == expected)
    #expect(table.count == expected.values.reduce(0) { $0 + $1.count })
  }
}
