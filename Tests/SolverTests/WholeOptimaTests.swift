import SeededNumbers
import Solver
import Testing

/// Whole numbers found from a fresh start, and answers that are good enough.
struct WholeOptimaTests {
  private func knapsack(_ seed: UInt64, columns: Int = 9) -> (LinearProgramme, [(column: Int, coefficient: Int)]) {
    var dice = Seeded(seed)
    let programme = LinearProgramme(columns: columns)
    for column in 0..<columns {
      programme.setBounds(of: column, 0, Double(Int.random(in: 0...4, using: &dice)))
      programme.setWhole(column)
    }
    for _ in 0..<4 {
      let terms = (0..<columns).map { (column: $0, coefficient: Int.random(in: -3...4, using: &dice)) }
      programme.addRow(terms.filter { $0.coefficient != 0 }, -7, Double(Int.random(in: 1...9, using: &dice)))
    }
    return (programme, (0..<columns).map { ($0, Int.random(in: -4...6, using: &dice)) })
  }

  /// Warm, from many questions before, and fresh: the best is the best.
  @Test(arguments: 1...60) func aFreshStartFindsTheSameBest(seed: UInt64) throws {
    let (programme, aim) = knapsack(seed)
    for sense in [LinearProgramme.Sense.most, .least] {
      for column in 0..<9 { _ = programme.optimum(sense, of: [(column, 1)]) }
      let warm = try #require(programme.wholeOptimum(sense, of: aim))
      let fresh = try #require(programme.wholeOptimum(sense, of: aim, .fresh))
      #expect(fresh.isWhole && fresh.isProved)
      #expect(fresh.aim.rounded() == warm.aim.rounded())
      // It leaves nothing behind.
      #expect(
        programme.optimum(sense, of: aim).map { sense == .most ? $0.aim > warm.aim - 1e-6 : $0.aim < warm.aim + 1e-6 }
          == true)
    }
  }

  /// 2x + 2y = 3 in whole numbers, and a row that cannot be met at all.
  @Test func nothingIsFoundWhereNothingIs() {
    for (factor, sum) in [(2, 3.0), (1, 30.0)] {
      let programme = LinearProgramme(columns: 2)
      for column in 0..<2 {
        programme.setBounds(of: column, 0, 10)
        programme.setWhole(column)
      }
      programme.addRow([(0, factor), (1, factor)], sum, sum)
      #expect(programme.wholeOptimum(.most, of: [(0, 1)], .fresh) == nil)
    }
  }

  /// As good as was asked for, or the best there is.
  @Test(arguments: 1...60, [false, true]) func enoughIsEnough(seed: UInt64, isFresh: Bool) throws {
    let (programme, aim) = knapsack(seed)
    for sense in [LinearProgramme.Sense.most, .least] {
      let best = Int(try #require(programme.wholeOptimum(sense, of: aim)).aim.rounded())
      for less in [0, 2, 5] {
        let enough = sense == .most ? best - less : best + less
        let found = try #require(programme.wholeOptimum(sense, of: aim, isFresh ? .fresh : .warm, enough: enough))
        let value = Int(found.aim.rounded())
        #expect(found.isWhole && (sense == .most ? enough...best : best...enough).contains(value))
      }
      let beyond = sense == .most ? best + 1 : best - 1
      let found = try #require(programme.wholeOptimum(sense, of: aim, isFresh ? .fresh : .warm, enough: beyond))
      #expect(Int(found.aim.rounded()) == best && found.isProved)
    }
  }

  /// What is good enough is seldom the best: where it never stopped before that, it would not stop at all.
  @Test func itStopsAtTheFirstThatIsGoodEnough() throws {
    let early = try (UInt64(1)...60).filter { seed in
      let (programme, aim) = knapsack(seed)
      let best = try #require(programme.wholeOptimum(.most, of: aim)).aim.rounded()
      let found = try #require(programme.wholeOptimum(.most, of: aim, enough: Int(best) - 5))
      return found.aim.rounded() < best
    }
    #expect(!early.isEmpty)
  }

  /// Between a known answer and the one in fractions: whole, at least as good as the known one, never better than the best; what both
  /// have alike it has, too; and the programme is afterwards what it was.
  @Test(arguments: 1...60) func nearbyLiesBetween(seed: UInt64) throws {
    let (programme, aim) = knapsack(seed)
    for sense in [LinearProgramme.Sense.most, .least] {
      let best = try #require(programme.wholeOptimum(sense, of: aim)).aim.rounded()
      let known = try [
        [Double](repeating: 0, count: 9), #require(programme.wholeOptimum(sense, of: [(Int(seed % 9), 1)])).values,
      ]
      for known in known {
        let inFractions = try #require(programme.optimum(sense, of: aim))
        let near = try #require(programme.wholeOptimum(sense, of: aim, .nearby(known)))
        let knownAim = aim.reduce(0) { $0 + Double($1.coefficient) * known[$1.column] }
        #expect(near.isWhole && !near.isProved)
        #expect((sense == .most ? knownAim - 1e-6...best + 1e-6 : best - 1e-6...knownAim + 1e-6).contains(near.aim))
        for column in 0..<9 where abs(inFractions.values[column] - known[column]) < 1e-9 {
          #expect(near.values[column] == known[column])
        }
        #expect(programme.wholeOptimum(sense, of: aim)?.aim.rounded() == best)
        #expect(abs(try #require(programme.optimum(sense, of: aim)).aim - inFractions.aim) < 1e-6)
      }
    }
  }

  /// It is often the best, and not always: were it always, nothing would be held.
  @Test func nearbyIsOftenTheBestAndNotAlways() throws {
    let isBest = try (UInt64(1)...60).map { seed in
      let (programme, aim) = knapsack(seed)
      let best = try #require(programme.wholeOptimum(.most, of: aim)).aim.rounded()
      let known = [Double](repeating: 0, count: 9)
      return try #require(programme.wholeOptimum(.most, of: aim, .nearby(known))).aim.rounded() == best
    }
    #expect(isBest.contains(true) && isBest.contains(false))
  }
}
