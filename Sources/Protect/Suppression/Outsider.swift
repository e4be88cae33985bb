import Solver

/// What one kind of outsider can find out about one part of the system: the linear programmes of all the numbers that could stand
/// there, written as steps from the true ones. Cells are closed (shown) and opened (hidden) as a choice is tried; what is open
/// together, by rows between open numbers, is a programme of its own (``OpenRegion``).
final class Outsider {
  let unknowns: [Int]
  private let places: [Int: Int]
  private let rows: PartRows
  private typealias Bounds = (down: Int, up: Int)
  /// Of what is open, whatever its mark says, and as its mark says.
  private let bounds: [Bounds]
  private let markedBounds: [Bounds]
  /// By column, whether it could still be told less of, by its figure or its mark.
  private let isChoosable: [Bool]
  private var states: [State]
  /// What is open together now, and by column where it stands there.
  private var components: [[Int]] = []
  private var componentOf: [Int?]
  /// Of what was asked about; some may be open again.
  private var regions: [[Int]: OpenRegion] = [:]
  private static let regionsKept = 256
  /// In a large part answers are dear: those in fractions count while fractions are asked for, and whole ones are sought for many at once.
  private let isLarge: Bool
  /// Of a small part, and where most of it is open: its programme stays the same, and begins where it stood.
  private lazy var whole = OpenRegion(Array(unknowns.indices), rows)
  /// Whole answers so far: one answers for many targets. The newest alone: those of before what was learnt since are of less use.
  private var answers: [Answer] = []
  /// Those among them in which nothing that is closed now moves.
  private var openAnswers: [Answer] = []
  private static let answersKept = 256

  private struct Answer {
    /// By column that moves.
    let steps: [Int: Double]
    let isWhole: Bool
  }

  private enum State { case closed, marked, open }

  /// Bounds of a column beyond which nothing needs to be looked for.
  struct Marks {
    /// By unknown, the least and the most steps that its marks allow.
    var bounds: [Int: ClosedRange<Int>] = [:]
    /// The same of a difference of two.
    var differences: [(over: Int, of: Int, steps: ClosedRange<Int>)] = []
  }

  /// `marks`: what they mean, C 1 to k−1, D none or at least k; nil: he does not know. `joined`: unknowns that are asked about together.
  init(
    _ unknowns: [Int], _ system: CountSystem, _ freedom: Freedom, reach: Int, marks: Marks?, joined: [[Int]],
    largeFrom: Int, isChoosable: (Int) -> Bool
  ) {
    self.unknowns = unknowns
    isLarge = unknowns.count >= largeFrom
    let places = Dictionary(uniqueKeysWithValues: unknowns.enumerated().map { ($1, $0) })
    self.places = places
    self.isChoosable = unknowns.map(isChoosable)
    states = [State](repeating: .closed, count: unknowns.count)
    componentOf = unknowns.map { _ in nil }
    let bounds: [Bounds] = unknowns.map { unknown in
      guard unknown < system.unknowns.count else { return (2 * reach, 2 * reach) }
      return (min(freedom.down[unknown], reach), min(freedom.up[unknown], reach))
    }
    self.bounds = bounds
    let differences = marks?.differences ?? []
    markedBounds = zip(unknowns, bounds).map { unknown, bound in
      let difference = unknown - system.unknowns.count
      guard let mark = differences.indices.contains(difference) ? differences[difference].steps : marks?.bounds[unknown]
      else { return bound }
      return (min(bound.down, -mark.lowerBound), min(bound.up, mark.upperBound))
    }
    rows = PartRows(
      PartRows.rows(system, freedom, marks, places, bounds), columns: unknowns.count,
      joined: joined.map { $0.compactMap { places[$0] } })
  }

  /// Opens what is hidden, as far as its mark allows, and closes the rest.
  func see(isShown: (Int) -> Bool, isMarked: (Int) -> Bool) {
    var isMoved = false
    for (column, unknown) in unknowns.enumerated() {
      let state: State = isShown(unknown) ? .closed : isMarked(unknown) ? .marked : .open
      isMoved = isMoved || state != states[column]
      states[column] = state
    }
    if isMoved { meet() }
    answers = answers.suffix(Outsider.answersKept)
    openAnswers = answers.filter(isOpen)
  }

  private func meet() {
    guard isLarge else {
      _ = adjusted(whole)
      return
    }
    componentOf = unknowns.map { _ in nil }
    components = rows.components { states[$0] != .closed }
    for (place, open) in components.enumerated() { for column in open { componentOf[column] = place } }
  }

  /// nil: all that the terms speak of is shown.
  private func region(of terms: [(column: Int, coefficient: Int)]) -> OpenRegion? {
    guard isLarge else { return whole }
    guard let place = terms.lazy.compactMap({ self.componentOf[$0.column] }).first else { return nil }
    let open = components[place]
    if 2 * open.count > unknowns.count { return adjusted(whole) }
    let region = regions[open] ?? OpenRegion(open, rows)
    if regions.count > Outsider.regionsKept { regions = [:] }
    regions[open] = region
    return adjusted(region)
  }

  private func adjusted(_ region: OpenRegion) -> OpenRegion {
    for column in region.columns {
      let (down, up) = bounds(of: column)
      region.setBounds(of: column, -down...up)
    }
    return region
  }

  private func bounds(of column: Int) -> (down: Int, up: Int) {
    switch states[column] {
    case .closed: (0, 0)
    case .marked: markedBounds[column]
    case .open: bounds[column]
    }
  }

  /// One answer for many: all of them are moved at once, this one up and that one down. `enough`: of those for whom an answer is there already
  /// nothing is asked. `isWhole`: answers in whole numbers alone count.
  func lookAround(for targets: [(target: Target, enough: Int)], isWhole: Bool) {
    var waiting = targets.filter { !isAnswered($0.target, $0.enough, isWhole) }
    var turn: UInt32 = 1
    while waiting.count > 3 {
      var aims: [(region: OpenRegion, aim: [Int: Int])] = []
      for (target, _) in waiting {
        turn = turn &* 1_664_525 &+ 1_013_904_223
        let sign = turn >> 31 == 0 ? 1 : -1
        let terms = terms(of: target)
        guard let region = region(of: terms) else { continue }
        let place = aims.firstIndex { $0.region === region } ?? aims.count
        if place == aims.count { aims.append((region, [:])) }
        for term in terms { aims[place].aim[term.column, default: 0] += sign * term.coefficient }
      }
      for (region, aim) in aims { push(aim, region, isWhole) }
      let left = waiting.filter { !isAnswered($0.target, $0.enough, isWhole) }
      guard left.count < waiting.count * 7 / 8 else { return }
      waiting = left
    }
  }

  private func push(_ aim: [Int: Int], _ region: OpenRegion, _ isWhole: Bool) {
    let terms = aim.filter { $0.value != 0 }.sorted { $0.key < $1.key }.map { (column: $0.key, coefficient: $0.value) }
    for sense in [LinearProgramme.Sense.most, .least] {
      guard let solution = region.optimum(sense, of: terms) else { continue }
      if !isWhole || solution.isWhole {
        remember(solution, region)
      } else if isLarge, let whole = region.nearbyOptimum(sense, of: terms, steps: 50) {
        remember(whole, region)
      }
    }
  }

  private func isAnswered(_ target: Target, _ enough: Int, _ isWhole: Bool) -> Bool {
    answered(terms(of: target), enough, isWhole).width >= enough
  }

  private func terms(of target: Target) -> [(column: Int, coefficient: Int)] {
    target.terms.compactMap { term in places[term.unknown].map { (column: $0, coefficient: term.coefficient) } }
  }

  /// What the answers so far say.
  private func answered(_ terms: [(column: Int, coefficient: Int)], _ enough: Int, _ isWhole: Bool) -> Finding {
    var finding = Finding()
    for answer in openAnswers where answer.isWhole || !isWhole {
      var steps = 0.0
      for term in terms { steps += Double(term.coefficient) * (answer.steps[term.column] ?? 0) }
      finding.up = max(finding.up, Outsider.whole(steps))
      finding.down = max(finding.down, Outsider.whole(-steps))
      if finding.width >= enough { break }
    }
    return finding
  }

  private static func whole(_ steps: Double) -> Int { Int((steps + 1e-6).rounded(.down)) }

  /// What he finds of a target: how far it can be from the truth, and the shown or marked cells without which it would be more.
  struct Finding {
    var down = 0
    var up = 0
    /// Unknowns.
    var blame: [Int] = []
    /// Unknowns that stand about it.
    var around: [Int] = []
    var width: Int { down + up }
  }

  /// Stops as soon as the width is enough. `isWhole`: answers in whole numbers alone count. nil: whatever it finds, nothing that could still be
  /// hidden stands near it.
  func look(at target: Target, enough: Int, isWhole: Bool) -> Finding? {
    let terms = terms(of: target)
    var finding = answered(terms, enough, isWhole)
    if finding.width >= enough { return finding }
    let region = region(of: terms)
    // What is shown itself is known.
    let closed = terms.map(\.column).filter { states[$0] == .closed && region?.has($0) != true }
    let near = closed + (region?.columns ?? [])
    guard near.contains(where: { isChoosable[$0] }) else { return nil }
    var blame = Set(closed)
    if let region, search(region, terms, enough, isWhole, &finding, &blame) { return finding }
    finding.blame = blame.map { unknowns[$0] }.sorted()
    finding.around = near.map { unknowns[$0] }.sorted()
    return finding
  }

  /// Whether he finds it wide enough.
  private func search(
    _ region: OpenRegion, _ terms: [(column: Int, coefficient: Int)], _ enough: Int, _ isWhole: Bool,
    _ finding: inout Finding, _ blame: inout Set<Int>
  ) -> Bool {
    for sense in [LinearProgramme.Sense.most, .least] {
      guard let solution = region.optimum(sense, of: terms) else {
        // The truth is an answer: the solver failed. It is taken to have found the worst, and anything that is shown to be the cause.
        blame.formUnion(region.columns.filter { states[$0] != .open })
        continue
      }
      blame.formUnion(region.binding.filter { states[$0] != .open })
      let left = enough - (sense == .most ? finding.down : finding.up)
      let goal = sense == .most ? left : -left
      let answers: [() -> LinearProgramme.Solution?] =
        solution.isWhole || !isWhole
        ? [{ solution }]
        : [
          { region.nearbyOptimum(sense, of: terms, enough: goal) },
          { region.wholeOptimum(sense, of: terms, enough: goal) },
        ]
      for answer in answers {
        guard let found = answer() else { continue }
        remember(found, region)
        let steps = Outsider.whole(sense == .most ? found.aim : -found.aim)
        if sense == .most { finding.up = max(finding.up, steps) } else { finding.down = max(finding.down, steps) }
        if finding.width >= enough { return true }
      }
    }
    return false
  }

  private func remember(_ solution: LinearProgramme.Solution, _ region: OpenRegion) {
    guard solution.isWhole || isLarge else { return }
    let answer = Answer(steps: region.steps(of: solution), isWhole: solution.isWhole)
    answers.append(answer)
    openAnswers.append(answer)
  }

  /// Nothing in it moves farther than it may.
  private func isOpen(_ answer: Answer) -> Bool {
    answer.steps.allSatisfy { column, step in
      let (down, up) = bounds(of: column)
      return Double(-down) - 1e-6 <= step && step <= Double(up) + 1e-6
    }
  }
}
