import Solver

/// The linear programme of one part of a puzzle, asked for the least and the most that unknowns can be. Every answer in whole numbers
/// bears witness for all of them.
final class Room {
  private let unknowns: [Int]
  private let columns: [Int: Int]
  private let programme: LinearProgramme
  private let equations: [Equation]
  private let puzzle: Puzzle
  private let low: [Int]
  private let high: [Int]
  /// The least and the most that some answer has.
  private var seenLow: [Int]
  private var seenHigh: [Int]
  /// The newest answer in whole numbers.
  private var witness: [Double]?
  /// Beyond any count of a programme.
  private static let most = 100_000
  private static let steps = 20_000

  /// `limits`: narrower bounds than those of the puzzle.
  init(_ part: [Int], _ puzzle: Puzzle, limits: [Int: ClosedRange<Int>] = [:]) {
    unknowns = part
    self.puzzle = puzzle
    columns = Dictionary(uniqueKeysWithValues: part.enumerated().map { ($1, $0) })
    programme = LinearProgramme(columns: part.count)
    low = part.map { max(puzzle.low[$0], -Room.most, limits[$0]?.lowerBound ?? .min) }
    high = part.map { min(puzzle.high[$0], max(Room.most, 2 * puzzle.low[$0]), limits[$0]?.upperBound ?? .max) }
    seenLow = part.map { _ in Int.max }
    seenHigh = part.map { _ in Int.min }
    equations = Set(part.flatMap { puzzle.uses[$0] }).sorted().map { puzzle.equations[$0] }
      .filter { !puzzle.isIdle($0) }
    for column in part.indices {
      programme.setBounds(of: column, Double(low[column]), Double(high[column]))
      programme.setWhole(column)
    }
    for equation in equations { add(equation) }
  }

  private func add(_ equation: Equation) {
    var rest = 0
    var terms: [(column: Int, coefficient: Int)] = []
    for term in equation.terms {
      if let column = columns[term.place] {
        terms.append((column, term.times))
      } else {
        rest += term.times * puzzle.low[term.place]
      }
    }
    programme.addRow(
      terms, equation.lower.map { Double($0 - rest) }, equation.upper.map { Double($0 - rest) },
      whenBroken: equation.lower != equation.upper)
  }

  // MARK: Asking

  /// One answer for many: as many of them as can be as small, and as large, as can be.
  func lookAround(for wanted: [Int]) {
    let aim = wanted.compactMap { columns[$0] }.map { (column: $0, coefficient: 1) }
    for sense in [LinearProgramme.Sense.most, .least] {
      guard let solution = programme.optimum(sense, of: aim) else { continue }
      if !note(solution), let whole = programme.wholeOptimum(sense, of: aim, .quick, steps: 50) {
        _ = note(whole)
      }
    }
  }

  func isOpen(_ unknown: Int, by width: Int) -> Bool {
    guard let column = columns[unknown], seenLow[column] <= seenHigh[column] else { return false }
    return seenHigh[column] - seenLow[column] >= width
  }

  /// Between which whole numbers an unknown stands: the whole interval, or as much of it as shows that it is so wide. What cannot be
  /// shown is not held to be open.
  func interval(of unknown: Int, enough width: Int) -> ClosedRange<Int> {
    guard let column = columns[unknown] else { return puzzle.low[unknown]...puzzle.low[unknown] }
    func seen() -> ClosedRange<Int>? {
      isOpen(unknown, by: width) ? seenLow[column]...seenHigh[column] : nil
    }
    if let seen = seen() { return seen }
    let least = end(.least, column, enough: seenLow[column] <= seenHigh[column] ? seenHigh[column] - width : nil)
    if let seen = seen() { return seen }
    let most = end(.most, column, enough: seenLow[column] <= seenHigh[column] ? seenLow[column] + width : nil)
    if let seen = seen() { return seen }
    guard seenLow[column] <= seenHigh[column] else { return least...max(least, most) }
    return most - least < width ? least...max(least, most) : seenLow[column]...seenHigh[column]
  }

  /// The least or the most of a column in whole numbers; further out, where branch and bound was stopped.
  /// `enough`: an answer as far out as that is far enough.
  private func end(_ sense: LinearProgramme.Sense, _ column: Int, enough: Int?) -> Int {
    let known = sense == .least ? low[column] : high[column]
    func isAttained(_ bound: Int) -> Bool { sense == .least ? seenLow[column] <= bound : seenHigh[column] >= bound }
    if isAttained(known) { return known }
    guard let solution = programme.optimum(sense, of: [(column, 1)]) else { return known }
    let bound = Int(sense == .least ? (solution.aim - 1e-6).rounded(.up) : (solution.aim + 1e-6).rounded(.down))
    if note(solution) || isAttained(bound) { return bound }
    if let witness, let enough,
      let near = programme.wholeOptimum(sense, of: [(column, 1)], .nearby(witness), steps: 200, enough: enough),
      note(near),
      isAttained(enough)
    {
      return bound
    }
    let whole = programme.wholeOptimum(sense, of: [(column, 1)], .fresh, steps: Room.steps, enough: enough)
    guard let whole else { return bound }
    return note(whole) && whole.isProved ? Int(whole.aim.rounded()) : bound
  }

  // MARK: Reasons

  /// The bounds of which unknowns keep one from being less, or more; and between which whole numbers they keep it. nil: it is not known.
  func support(of unknown: Int) -> (unknowns: [Int], interval: ClosedRange<Int>)? {
    guard let column = columns[unknown] else { return nil }
    var found: Set<Int> = []
    var ends: [Int] = []
    for sense in [LinearProgramme.Sense.least, .most] {
      guard let solution = programme.optimum(sense, of: [(column, 1)]) else { return nil }
      ends.append(Int(sense == .least ? (solution.aim - 1e-6).rounded(.up) : (solution.aim + 1e-6).rounded(.down)))
      for (place, cost) in programme.reducedCosts.enumerated() where abs(cost) > 1e-7 { found.insert(unknowns[place]) }
    }
    return (found.sorted(), min(ends[0], ends[1])...max(ends[0], ends[1]))
  }

  /// The wanted unknowns that stand nearest to one, by equations from one to the next.
  func nearest(to unknown: Int, where isWanted: (Int) -> Bool) -> [Int] {
    var seen: Set<Int> = [unknown]
    var ring = [unknown]
    while !ring.isEmpty {
      let found = ring.filter(isWanted)
      if !found.isEmpty { return found }
      let inside = Set(ring)
      let touching = equations.filter { $0.terms.contains { inside.contains($0.place) } }
      let next = Set(touching.lazy.flatMap { $0.terms.map(\.place) }).filter { columns[$0] != nil }
      ring = next.subtracting(seen).sorted()
      seen.formUnion(ring)
    }
    return []
  }

  // MARK: Witnesses

  /// Keeps an answer that holds in whole numbers.
  private func note(_ solution: LinearProgramme.Solution) -> Bool {
    guard solution.isWhole else { return false }
    let values = solution.values.map { Int($0.rounded()) }
    guard values.indices.allSatisfy({ low[$0] <= values[$0] && values[$0] <= high[$0] }),
      equations.allSatisfy({ $0.holds { columns[$0].map { values[$0] } ?? puzzle.low[$0] } })
    else { return false }
    witness = values.map(Double.init)
    for column in values.indices {
      seenLow[column] = min(seenLow[column], values[column])
      seenHigh[column] = max(seenHigh[column], values[column])
    }
    return true
  }
}
