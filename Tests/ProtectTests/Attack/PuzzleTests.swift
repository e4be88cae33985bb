import Testing

@testable import Protect

/// Intervals against all solutions there are.
struct PuzzleTests {
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  @Test(arguments: 1...150)
  func everyInterval(seed: Int) {
    var dice = Dice(state: UInt64(seed) &* 7919)
    let count = 5
    let truth = (0..<count).map { _ in Int.random(in: 0...4, using: &dice) }
    let equations = (0..<Int.random(in: 2...4, using: &dice)).map { _ -> Equation in
      let terms = [Weight](adding: (0..<count).map { ($0, Int.random(in: -2...2, using: &dice)) })
      let sum = terms.sum { truth[$0] }
      switch Int.random(in: 0...3, using: &dice) {
      case 0: return Equation(terms, sum - Int.random(in: 0...2, using: &dice), nil)
      case 1: return Equation(terms, nil, sum + Int.random(in: 0...2, using: &dice))
      default: return Equation(terms, sum, sum)
      }
    }
    let puzzle = Puzzle(low: [0, 0, 0, 0, 0], high: [4, 4, 4, 4, 4], equations)
    var solutions: [[Int]] = []
    for code in 0..<3125 {
      let values = [code % 5, code / 5 % 5, code / 25 % 5, code / 125 % 5, code / 625]
      if equations.allSatisfy({ $0.holds { values[$0] } }) { solutions.append(values) }
    }
    var rooms: [Int: Room] = [:]
    for part in puzzle.parts() {
      let room = Room(part, puzzle)
      room.lookAround(for: part)
      for unknown in part { rooms[unknown] = room }
    }
    for unknown in 0..<count {
      let held = solutions.map { $0[unknown] }
      let found =
        rooms[unknown]?.interval(of: unknown, enough: 99) ?? puzzle.low[unknown]...puzzle.high[unknown]
      #expect(found == held.min()!...held.max()!)
    }
  }
}
