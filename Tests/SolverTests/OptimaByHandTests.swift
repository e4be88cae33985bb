import Solver
import Testing

/// Against optima worked by hand.
struct OptimaByHandTests {
  private typealias Term = (column: Int, coefficient: Int)

  /// Two columns of 0 to 10.
  private func square() -> LinearProgramme {
    let programme = LinearProgramme(columns: 2)
    programme.setBounds(of: 0, 0, 10)
    programme.setBounds(of: 1, 0, 10)
    return programme
  }

  /// 3x + 5y with x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18: at (2, 6), 36 (Dantzig's school example).
  private func school() -> LinearProgramme {
    let programme = LinearProgramme(columns: 2)
    programme.setBounds(of: 0, 0, nil)
    programme.setBounds(of: 1, 0, nil)
    programme.addRow([(0, 1), (1, 0)], nil, 4)
    programme.addRow([(1, 2)], nil, 12)
    programme.addRow([(0, 3), (1, 2)], nil, 18)
    return programme
  }

  private func isNear(_ a: Double?, _ b: Double) -> Bool { a.map { abs($0 - b) < 1e-6 } ?? false }

  @Test func columnsAreClosedUntilTheyAreOpened() throws {
    let programme = LinearProgramme(columns: 2)
    #expect(programme.columns == 2)
    let best = try #require(programme.optimum(.most, of: [(0, 1), (1, 1)]))
    #expect(isNear(best.aim, 0))
    #expect(best.values == [0, 0] && best.isWhole)
  }

  @Test(arguments: [
    (-3, 7, LinearProgramme.Sense.most, 7), (-3, 7, .least, -3), (5, 5, .most, 5), (5, 5, .least, 5), (0, 0, .least, 0),
  ])
  func boundsAreReached(lower: Int, upper: Int, sense: LinearProgramme.Sense, expected: Int) {
    let programme = LinearProgramme(columns: 1)
    programme.setBounds(of: 0, Double(lower), Double(upper))
    #expect(isNear(programme.optimum(sense, of: [(0, 1)])?.aim, Double(expected)))
    // A coefficient turns the ends around.
    #expect(isNear(programme.optimum(sense == .most ? .least : .most, of: [(0, -2)])?.aim, Double(-2 * expected)))
  }

  @Test func rowsBind() throws {
    let best = try #require(school().optimum(.most, of: [(0, 3), (1, 5)]))
    #expect(isNear(best.aim, 36) && isNear(best.values[0], 2) && isNear(best.values[1], 6))
  }

  /// Of one side, of two, of equality.
  @Test(
    arguments: [
      (nil, 4, 4, 0), (3, nil, 20, 3), (3, 4, 4, 3), (6, 6, 6, 6), (nil, nil, 20, 0),
    ] as [(Int?, Int?, Int, Int)])
  func sidesOfARow(lower: Int?, upper: Int?, most: Int, least: Int) {
    let programme = square()
    programme.addRow([(0, 1), (1, 1)], lower.map(Double.init), upper.map(Double.init))
    #expect(isNear(programme.optimum(.most, of: [(0, 1), (1, 1)])?.aim, Double(most)))
    #expect(isNear(programme.optimum(.least, of: [(0, 1), (1, 1)])?.aim, Double(least)))
  }

  @Test func contradictionsHaveNoAnswer() {
    let programme = square()
    programme.addRow([(0, 1), (1, 1)], 21, nil)
    #expect(programme.optimum(.most, of: [(0, 1)]) == nil)
    #expect(programme.wholeOptimum(.most, of: [(0, 1)]) == nil)
    // Other bounds, and there is one again.
    programme.setBounds(of: 0, 0, 11)
    #expect(isNear(programme.optimum(.most, of: [(0, 1)])?.aim, 11))
  }

  @Test func whatHasNoEndHasNoAnswer() {
    let programme = LinearProgramme(columns: 2)
    programme.setBounds(of: 0, 0, nil)
    programme.setBounds(of: 1, nil, nil)
    programme.addRow([(0, 1), (1, -1)], 0, 0)
    #expect(programme.optimum(.most, of: [(1, 1)]) == nil)
    #expect(isNear(programme.optimum(.least, of: [(1, 1)])?.aim, 0))
  }

  /// The aim of before is gone, bounds are as they are now, rows that came later count.
  @Test func askedAgain() {
    let programme = square()
    programme.addRow([(0, 1), (1, 1)], nil, 12)
    #expect(isNear(programme.optimum(.most, of: [(0, 2), (1, 1)])?.aim, 22))
    #expect(isNear(programme.optimum(.most, of: [(1, 1)])?.aim, 10))
    #expect(isNear(programme.optimum(.least, of: [(0, -1)])?.aim, -10))
    programme.setBounds(of: 1, 5, 5)
    #expect(isNear(programme.optimum(.most, of: [(0, 1)])?.aim, 7))
    programme.addRow([(0, 2), (1, -1)], nil, 3)
    #expect(isNear(programme.optimum(.most, of: [(0, 1)])?.aim, 4))
    programme.setBounds(of: 1, 0, 10)
    // 2x ≤ 3 + y and x + y ≤ 12: x = 5, y = 7.
    #expect(isNear(programme.optimum(.most, of: [(0, 1)])?.aim, 5))
    #expect(isNear(programme.optimum(.least, of: [(0, 1)])?.aim, 0))
  }

  /// Warm or cold, the same best.
  @Test func aWarmStartChangesNoOptimum() {
    let warm = school()
    for aim in 1...20 {
      warm.setBounds(of: 0, 0, Double(aim % 7))
      let terms: [Term] = [(0, aim % 5 - 2), (1, 1 + aim % 3)]
      let cold = school()
      cold.setBounds(of: 0, 0, Double(aim % 7))
      for sense in [LinearProgramme.Sense.most, .least] {
        let expected = cold.optimum(sense, of: terms)?.aim
        #expect(expected != nil && isNear(warm.optimum(sense, of: terms)?.aim, expected!))
      }
    }
  }

  /// max x + y, x ≤ 10, y closed at 0, x + 2y ≤ 6: opening y by one gives −1 (x falls by 2); the row binds x, not its bound.
  @Test func reducedCosts() throws {
    let programme = LinearProgramme(columns: 2)
    programme.setBounds(of: 0, 0, 10)
    programme.addRow([(0, 1), (1, 2)], nil, 6)
    _ = try #require(programme.optimum(.most, of: [(0, 1), (1, 1)]))
    #expect(isNear(programme.reducedCosts[0], 0) && isNear(programme.reducedCosts[1], -1))
    // x + y ≤ 6 no longer binds x: its bound does.
    programme.setBounds(of: 0, 0, 5)
    _ = try #require(programme.optimum(.most, of: [(0, 3), (1, 4)]))
    #expect(isNear(programme.reducedCosts[0], 3) && isNear(programme.reducedCosts[1], 4))
  }

  /// 5x + 4y with 6x + 4y ≤ 24, x + 2y ≤ 6: 21 at (3, 3/2); in whole numbers 20 at (4, 0).
  @Test func wholeNumbers() throws {
    func programme(_ whole: [Int]) -> LinearProgramme {
      let programme = square()
      programme.addRow([(0, 6), (1, 4)], nil, 24)
      programme.addRow([(0, 1), (1, 2)], nil, 6)
      for column in whole { programme.setWhole(column) }
      return programme
    }
    let aim: [Term] = [(0, 5), (1, 4)]
    let relaxed = try #require(programme([0, 1]).optimum(.most, of: aim))
    #expect(isNear(relaxed.aim, 21) && !relaxed.isWhole)
    let best = try #require(programme([0, 1]).wholeOptimum(.most, of: aim))
    #expect(isNear(best.aim, 20) && best.values == [4, 0] && best.isWhole)
    // y alone in whole numbers: (10/3, 1), 20 + 2/3.
    let mixed = try #require(programme([1]).wholeOptimum(.most, of: aim))
    #expect(isNear(mixed.aim, 62.0 / 3) && isNear(mixed.values[1], 1))
    // Nothing must be whole: as the relaxed one.
    #expect(isNear(programme([]).wholeOptimum(.most, of: aim)?.aim, 21))
  }

  /// Fractions alone meet it: 2x + 2y = 3.
  @Test func noWholeNumbers() {
    let programme = square()
    programme.setWhole(0)
    programme.setWhole(1)
    programme.addRow([(0, 2), (1, 2)], 3, 3)
    #expect(programme.optimum(.most, of: [(0, 1)]) != nil)
    #expect(programme.wholeOptimum(.most, of: [(0, 1)]) == nil)
  }

  /// A knapsack without an easy end; with no step allowed, none is found or one that is not better than the best.
  @Test func stepsUsedUp() throws {
    func knapsack() -> LinearProgramme {
      let programme = LinearProgramme(columns: 15)
      for column in 0..<15 {
        programme.setBounds(of: column, 0, 1)
        programme.setWhole(column)
      }
      programme.addRow((0..<15).map { ($0, 2) }, 15, nil)
      return programme
    }
    let aim: [Term] = (0..<15).map { ($0, 3 + $0 % 2) }
    // Eight of them, seven at 4... 8 of cost 3: 24.
    #expect(isNear(knapsack().wholeOptimum(.least, of: aim)?.aim, 24))
    if let some = knapsack().wholeOptimum(.least, of: aim, steps: 0) { #expect(some.aim > 24 - 1e-6 && some.isWhole) }
    // Asked again after it was stopped, it finds the best.
    let again = knapsack()
    _ = again.wholeOptimum(.least, of: aim, steps: 1)
    #expect(isNear(again.wholeOptimum(.least, of: aim)?.aim, 24))
    #expect(again.optimum(.least, of: aim).map { $0.aim <= 24 } == true)
  }

  /// The same questions in the same order have the same answers, to the last bit.
  @Test func answersAreTheSameAgain() {
    func answers() -> [[UInt64]] {
      let programme = LinearProgramme(columns: 12)
      for column in 0..<12 {
        programme.setBounds(of: column, Double(-(column % 4)), Double(column % 5))
        programme.setWhole(column)
      }
      for row in 0..<6 { programme.addRow((0..<12).map { ($0, ($0 * 7 + row * 5) % 3 - 1) }, -1, Double(row % 3)) }
      return (0..<12).flatMap { column -> [[UInt64]] in
        [LinearProgramme.Sense.most, .least].map { sense in
          let found = [
            programme.optimum(sense, of: [(column, 1)]),
            programme.wholeOptimum(sense, of: [(column, 1), ((column + 1) % 12, 2)]),
          ]
          return found.flatMap { ($0?.values ?? []) + [$0?.aim ?? .nan] }.map(\.bitPattern)
        }
      }
    }
    #expect(answers() == answers())
  }

  @Test func noColumns() {
    let programme = LinearProgramme(columns: 0)
    #expect(programme.reducedCosts.isEmpty)
    #expect(programme.optimum(.most, of: []).map { $0.values.isEmpty } ?? true)
  }
}
