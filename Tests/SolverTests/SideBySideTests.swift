import Solver
import Testing

/// Work that shares nothing.
struct SideBySideTests {
  @Test(arguments: [0, 1, 2, 50]) func resultsComeInTheOrderOfTheIndices(count: Int) {
    #expect(sideBySide(count) { $0 * $0 } == (0..<count).map { $0 * $0 })
  }

  /// A programme of each kind on each thread: the solver's memory is each thread's own.
  @Test func programmesSolveAsTheyDoAlone() {
    @Sendable func best(_ turn: Int) -> Double? {
      let programme = LinearProgramme(columns: 3)
      for column in 0..<3 {
        programme.setBounds(of: column, 0, Double(turn + column))
        programme.setWhole(column)
      }
      programme.addRow([(0, 2), (1, 3), (2, 5)], nil, Double(4 * turn + 7))
      return programme.wholeOptimum(.most, of: [(0, 3), (1, 4), (2, 6)], turn % 2 == 0 ? .fresh : .quick)?.aim
    }
    let alone = (0..<200).map(best)
    #expect(!alone.contains(nil))
    for _ in 0..<5 { #expect(sideBySide(200) { best($0) } == alone) }
  }
}
