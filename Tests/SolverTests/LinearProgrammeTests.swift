import Solver
import Testing

struct LinearProgrammeTests {
  /// 2x + 2y = 3 at most, in the unit square: 1.5 in all, and 1 in whole numbers.
  private func square() -> LinearProgramme {
    let programme = LinearProgramme(columns: 2)
    for column in 0..<2 {
      programme.setBounds(of: column, 0, 1)
      programme.setWhole(column)
    }
    programme.addRow([(0, 2), (1, 2)], nil, 3)
    return programme
  }

  @Test func fractionsAreNotWhole() throws {
    let solution = try #require(square().optimum(.most, of: [(0, 1), (1, 1)]))
    #expect(abs(solution.aim - 1.5) < 1e-9)
    #expect(!solution.isWhole)
  }

  @Test func wholeNumbersAreProved() throws {
    let solution = try #require(square().wholeOptimum(.most, of: [(0, 1), (1, 1)]))
    #expect(solution.aim == 1)
    #expect(solution.isWhole)
    #expect(solution.isProved)
  }

  /// Branch and bound that is stopped says so, or finds nothing.
  @Test func whatIsStoppedIsNotProved() {
    let solution = square().wholeOptimum(.most, of: [(0, 1), (1, 1)], steps: 0)
    #expect(solution?.isProved != true)
  }

  @Test func contradictionsHaveNoSolution() {
    let programme = square()
    programme.addRow([(0, 1), (1, 1)], 3, nil)
    #expect(programme.optimum(.least, of: [(0, 1)]) == nil)
    #expect(programme.wholeOptimum(.least, of: [(0, 1)]) == nil)
  }

  @Test func anotherAimStartsWhereTheLastEnded() throws {
    let programme = square()
    #expect(try #require(programme.optimum(.most, of: [(0, 1)])).aim == 1)
    #expect(try #require(programme.optimum(.least, of: [(0, 1)])).aim == 0)
    #expect(try #require(programme.optimum(.most, of: [(1, 1)])).aim == 1)
  }
}
