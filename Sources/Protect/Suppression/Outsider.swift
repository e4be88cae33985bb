import Solver

/// What one kind of outsider can find out about one part of the system: the linear programme of all the numbers that could stand
/// there, written as steps from the true ones. Cells are closed (shown) and opened (hidden) as a choice is tried.
final class Outsider {
  let unknowns: [Int]
  private let places: [Int: Int]
  private let programme: LinearProgramme
  private typealias Bounds = (down: Int, up: Int)
  /// Of what is open, whatever its mark says, and as its mark says.
  private let bounds: [Bounds]
  private let markedBounds: [Bounds]
  private var states: [State]
  /// Whole answers so far: one answers for many targets. The newest alone: those of before what was learnt since are of less use.
  private var answers: [Answer] = []
  /// Those among them in which nothing that is closed now moves.
  private var openAnswers: [Answer] = []
  private static let answersKept = 256

  /// A step for each column, and the columns that move.
  private struct Answer {
    let steps: [Int]
    let moved: [Int]
  }

  private enum State { case closed, marked, open }

  /// Bounds of a column beyond which nothing needs to be looked for.
  struct Marks {
    /// By unknown, the least and the most steps that its marks allow.
    var bounds: [Int: ClosedRange<Int>] = [:]
    /// The same of a difference of two.
    var differences: [(over: Int, of: Int, steps: ClosedRange<Int>)] = []
  }

  /// `marks`: what they mean, C 1 to k−1, D none or at least k; nil: he does not know.
  init(_ unknowns: [Int], _ system: CountSystem, _ freedom: Freedom, reach: Int, marks: Marks?) {
    self.unknowns = unknowns
    places = Dictionary(uniqueKeysWithValues: unknowns.enumerated().map { ($1, $0) })
    programme = LinearProgramme(columns: unknowns.count)
    states = [State](repeating: .closed, count: unknowns.count)
    bounds = unknowns.map { unknown in
      guard unknown < system.unknowns.count else { return (2 * reach, 2 * reach) }
      return (min(freedom.down[unknown], reach), min(freedom.up[unknown], reach))
    }
    let differences = marks?.differences ?? []
    markedBounds = zip(unknowns, bounds).map { unknown, bound in
      let difference = unknown - system.unknowns.count
      guard let mark = differences.indices.contains(difference) ? differences[difference].steps : marks?.bounds[unknown]
      else { return bound }
      return (min(bound.down, -mark.lowerBound), min(bound.up, mark.upperBound))
    }
    for column in unknowns.indices { programme.setWhole(column) }
    addRows(system, freedom, marks)
  }

  private func addRows(_ system: CountSystem, _ freedom: Freedom, _ marks: Marks?) {
    for relation in system.relations where relation.terms.contains(where: { places[$0.unknown] != nil }) {
      // The others are known, and do not move.
      let terms = relation.terms.filter { !freedom.isFixed($0.unknown) }
      let value = relation.value(system.truth)
      add(terms, relation.lower.map { $0 - value }, relation.upper.map { $0 - value })
    }
    for (number, difference) in (marks?.differences ?? []).enumerated() {
      guard let column = places[system.place(ofDifference: number)] else { continue }
      // What is known does not move; what moves stands in the same part.
      let terms = [(difference.over, 1), (difference.of, -1)].compactMap { unknown, sign in
        places[unknown].map { (column: $0, coefficient: sign) }
      }
      programme.addRow(terms + [(column, -1)], 0, 0)
    }
  }

  private func add(_ terms: [Relation.Term], _ lower: Int?, _ upper: Int?) {
    guard terms.count > 1 else { return }
    var (fall, rise) = (0, 0)
    for term in terms {
      let bound = bounds[places[term.unknown]!]
      let size = abs(term.coefficient)
      fall += size * (term.coefficient > 0 ? bound.down : bound.up)
      rise += size * (term.coefficient > 0 ? bound.up : bound.down)
    }
    // Within the bounds it says nothing.
    let (needsLower, needsUpper) = (lower.map { -fall < $0 } ?? false, upper.map { rise > $0 } ?? false)
    guard needsLower || needsUpper else { return }
    programme.addRow(
      terms.map { (places[$0.unknown]!, $0.coefficient) }, needsLower ? Double(lower!) : nil,
      needsUpper ? Double(upper!) : nil, whenBroken: lower != upper)
  }

  /// Opens what is hidden, as far as its mark allows, and closes the rest.
  func see(isShown: (Int) -> Bool, isMarked: (Int) -> Bool) {
    for (column, unknown) in unknowns.enumerated() {
      let state: State = isShown(unknown) ? .closed : isMarked(unknown) ? .marked : .open
      guard state != states[column] else { continue }
      states[column] = state
      let (down, up) = bounds(of: column)
      programme.setBounds(of: column, Double(-down), Double(up))
    }
    answers = answers.suffix(Outsider.answersKept)
    openAnswers = answers.filter(isOpen)
  }

  private func bounds(of column: Int) -> (down: Int, up: Int) {
    switch states[column] {
    case .closed: (0, 0)
    case .marked: markedBounds[column]
    case .open: bounds[column]
    }
  }

  /// One answer for many: all of them are moved at once, this one up and that one down. `enough`: of those for whom an answer is there already
  /// nothing is asked.
  func lookAround(for targets: [(target: Target, enough: Int)]) {
    var waiting = targets.filter { !isAnswered($0.target, $0.enough) }
    var turn: UInt32 = 1
    while waiting.count > 3 {
      var aim: [Int: Int] = [:]
      for (target, _) in waiting {
        turn = turn &* 1_664_525 &+ 1_013_904_223
        let sign = turn >> 31 == 0 ? 1 : -1
        for term in terms(of: target) { aim[term.column, default: 0] += sign * term.coefficient }
      }
      let terms = aim.filter { $0.value != 0 }.sorted { $0.key < $1.key }.map {
        (column: $0.key, coefficient: $0.value)
      }
      for sense in [LinearProgramme.Sense.most, .least] {
        guard let solution = programme.optimum(sense, of: terms), solution.isWhole else { continue }
        remember(solution.values.map { Int($0.rounded()) })
      }
      let left = waiting.filter { !isAnswered($0.target, $0.enough) }
      guard left.count < waiting.count * 7 / 8 else { return }
      waiting = left
    }
  }

  private func isAnswered(_ target: Target, _ enough: Int) -> Bool {
    answered(terms(of: target), enough).width >= enough
  }

  private func terms(of target: Target) -> [(column: Int, coefficient: Int)] {
    target.terms.compactMap { term in places[term.unknown].map { (column: $0, coefficient: term.coefficient) } }
  }

  /// What the answers so far say.
  private func answered(_ terms: [(column: Int, coefficient: Int)], _ enough: Int) -> Finding {
    var finding = Finding()
    for answer in openAnswers {
      var steps = 0
      for term in terms { steps += term.coefficient * answer.steps[term.column] }
      finding.up = max(finding.up, steps)
      finding.down = max(finding.down, -steps)
      if finding.width >= enough { break }
    }
    return finding
  }

  /// What he finds of a target: how far it can be from the truth, and the shown or marked cells without which it would be more.
  struct Finding {
    var down = 0
    var up = 0
    /// Unknowns.
    var blame: [Int] = []
    var width: Int { down + up }
  }

  /// Stops as soon as the width is enough. `isWhole`: answers in whole numbers alone count.
  func look(at target: Target, enough: Int, isWhole: Bool) -> Finding {
    let terms = terms(of: target)
    var finding = answered(terms, enough)
    if finding.width >= enough { return finding }
    var blame: Set<Int> = []
    for sense in [LinearProgramme.Sense.most, .least] {
      guard let solution = programme.optimum(sense, of: terms) else {
        // The truth is an answer: the solver failed. It is taken to have found the worst, and anything that is shown to be the cause.
        blame.formUnion(unknowns.indices.filter { states[$0] != .open }.map { unknowns[$0] })
        continue
      }
      for (column, cost) in programme.reducedCosts.enumerated() where states[column] != .open && abs(cost) > 1e-7 {
        blame.insert(unknowns[column])
      }
      let found = solution.isWhole || !isWhole ? solution : programme.wholeOptimum(sense, of: terms)
      guard let found else { continue }
      if found.isWhole { remember(found.values.map { Int($0.rounded()) }) }
      let steps = Int(((sense == .most ? found.aim : -found.aim) + 1e-6).rounded(.down))
      if sense == .most { finding.up = max(finding.up, steps) } else { finding.down = max(finding.down, steps) }
      if finding.width >= enough { return finding }
    }
    finding.blame = blame.sorted()
    return finding
  }

  private func remember(_ steps: [Int]) {
    let answer = Answer(steps: steps, moved: steps.indices.filter { steps[$0] != 0 })
    answers.append(answer)
    openAnswers.append(answer)
  }

  /// Nothing in it moves farther than it may.
  private func isOpen(_ answer: Answer) -> Bool {
    for column in answer.moved {
      let (down, up) = bounds(of: column)
      let step = answer.steps[column]
      if step < -down || step > up { return false }
    }
    return true
  }
}
