/// Whole numbers between bounds, and the equations between them. Nothing here knows what they are.
struct Puzzle {
  /// Stands for no bound.
  static let endless = Int.max / 8

  private(set) var low: [Int]
  private(set) var high: [Int]
  private(set) var equations: [Equation]
  /// By unknown, the equations it stands in.
  private(set) var uses: [[Int]]

  init(low: [Int], high: [Int], _ equations: [Equation]) {
    self.low = low
    self.high = high
    self.equations = equations
    uses = [[Int]](repeating: [], count: low.count)
    for (place, equation) in equations.enumerated() {
      for term in equation.terms { uses[term.place].append(place) }
    }
    propagate()
  }

  func isFixed(_ unknown: Int) -> Bool { low[unknown] == high[unknown] }

  // MARK: Bounds that follow from one equation after the other

  private mutating func propagate() {
    var waiting = Array(equations.indices)
    var isWaiting = [Bool](repeating: true, count: waiting.count)
    // Loops that creep by one are cut off: the bounds are true, if wider than need be, and the programmes do the rest.
    var steps = 100 * waiting.count
    var next = 0
    var moved: [Int] = []
    while next < waiting.count, steps > 0 {
      let place = waiting[next]
      next += 1
      steps -= 1
      isWaiting[place] = false
      tighten(place, &moved)
      for unknown in moved {
        for other in uses[unknown] where !isWaiting[other] {
          isWaiting[other] = true
          waiting.append(other)
        }
      }
      moved.removeAll(keepingCapacity: true)
      if next > 4 * equations.count {
        waiting.removeFirst(next)
        next = 0
      }
    }
  }

  /// Each unknown of an equation within what the others leave to it.
  private mutating func tighten(_ place: Int, _ moved: inout [Int]) {
    let equation = equations[place]
    var (least, most) = (0, 0)
    var (openLeast, openMost) = (0, 0)
    for term in equation.terms {
      let (a, b) = ends(term)
      if abs(a) >= Puzzle.endless { openLeast += 1 } else { least += term.times * a }
      if abs(b) >= Puzzle.endless { openMost += 1 } else { most += term.times * b }
    }
    for term in equation.terms {
      let (a, b) = ends(term)
      if let upper = equation.upper, let rest = others(least, openLeast, a, term.times) {
        limit(term, atMost: upper - rest, &moved)
      }
      if let lower = equation.lower, let rest = others(most, openMost, b, term.times) {
        limit(Weight(place: term.place, times: -term.times), atMost: rest - lower, &moved)
      }
    }
  }

  /// The ends of an unknown at which its term is least, and most.
  private func ends(_ term: Weight) -> (least: Int, most: Int) {
    term.times > 0 ? (low[term.place], high[term.place]) : (high[term.place], low[term.place])
  }

  /// A sum without one of its terms. nil: it has no end.
  private func others(_ sum: Int, _ open: Int, _ end: Int, _ times: Int) -> Int? {
    let isOpen = abs(end) >= Puzzle.endless
    guard open == (isOpen ? 1 : 0) else { return nil }
    return isOpen ? sum : sum - times * end
  }

  /// `times × unknown ≤ most`.
  private mutating func limit(_ term: Weight, atMost most: Int, _ moved: inout [Int]) {
    let unknown = term.place
    if term.times > 0 {
      let bound = Puzzle.floor(most, term.times)
      guard bound < high[unknown] else { return }
      high[unknown] = bound
    } else {
      let bound = -Puzzle.floor(most, -term.times)
      guard bound > low[unknown] else { return }
      low[unknown] = bound
    }
    moved.append(unknown)
  }

  private static func floor(_ number: Int, _ by: Int) -> Int {
    number >= 0 ? number / by : -((by - 1 - number) / by)
  }

  // MARK: Parts

  /// Unknowns that are open, by parts that share none: each in order, the parts by their first.
  func parts() -> [[Int]] {
    var partition = Partition(count: low.count)
    for equation in equations where !isIdle(equation) {
      partition.join(equation.terms.lazy.map(\.place).filter { !isFixed($0) })
    }
    return partition.parts { !isFixed($0) }
  }

  /// Bounds alone keep it.
  func isIdle(_ equation: Equation) -> Bool {
    var (least, most) = (0, 0)
    for term in equation.terms {
      let (a, b) = ends(term)
      if equation.lower != nil, abs(a) >= Puzzle.endless || abs(b) >= Puzzle.endless { return false }
      if equation.upper != nil, abs(a) >= Puzzle.endless || abs(b) >= Puzzle.endless { return false }
      least += term.times * a
      most += term.times * b
    }
    return (equation.lower ?? least) <= least && most <= (equation.upper ?? most)
  }
}
