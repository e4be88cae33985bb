import SeededNumbers
import Solver
import Testing

/// Rows that wait until an answer breaks them change no answer.
struct WaitingRowsTests {
  private typealias Terms = [(column: Int, coefficient: Int)]

  @Test func aRowThatIsBrokenIsKept() {
    let programme = LinearProgramme(columns: 2)
    for column in 0..<2 { programme.setBounds(of: column, 0, 10) }
    programme.addRow([(0, 1), (1, 1)], nil, 7, whenBroken: true)
    #expect(programme.optimum(.most, of: [(0, 1)])?.aim == 7)
    #expect(programme.optimum(.most, of: [(0, 1), (1, 1)])?.aim == 7)
    // By what the bound of the other would have to give way.
    #expect(programme.optimum(.most, of: [(0, 2), (1, 1)])?.aim == 14)
    #expect(programme.reducedCosts == [0, -1])
  }

  @Test func contradictionsAreFoundAllTheSame() {
    let programme = LinearProgramme(columns: 1)
    programme.setBounds(of: 0, 0, 10)
    programme.addRow([(0, 1)], 4, nil, whenBroken: true)
    programme.addRow([(0, 1)], nil, 3, whenBroken: true)
    #expect(programme.optimum(.least, of: [(0, 1)]) == nil)
  }

  @Test(arguments: 1...60) func answersAreThoseOfAllRows(seed: UInt64) throws {
    var dice = Seeded(seed)
    let columns = 8
    let (all, waiting) = (LinearProgramme(columns: columns), LinearProgramme(columns: columns))
    for column in 0..<columns {
      let most = Double(Int.random(in: 1...9, using: &dice))
      for programme in [all, waiting] {
        programme.setBounds(of: column, -most, most)
        programme.setWhole(column)
      }
    }
    func terms() -> Terms {
      (0..<columns).compactMap { column in
        let coefficient = Int.random(in: -2...2, using: &dice)
        return coefficient == 0 ? nil : (column, coefficient)
      }
    }
    for _ in 0..<12 {
      // 0 everywhere is always an answer.
      let (row, least, most) = (
        terms(), -Double(Int.random(in: 0...6, using: &dice)), Double(Int.random(in: 0...6, using: &dice))
      )
      guard row.count > 1 else { continue }
      all.addRow(row, least, most)
      waiting.addRow(row, least, most, whenBroken: true)
    }
    for sense in [LinearProgramme.Sense.most, .least] {
      for _ in 0..<5 {
        let aim = terms()
        let one = try #require(all.optimum(sense, of: aim))
        let other = try #require(waiting.optimum(sense, of: aim))
        #expect(abs(one.aim - other.aim) < 1e-6)
        let whole = try #require(all.wholeOptimum(sense, of: aim))
        let same = try #require(waiting.wholeOptimum(sense, of: aim))
        #expect(whole.aim.rounded() == same.aim.rounded())
        #expect(same.isWhole)
      }
    }
  }
}
