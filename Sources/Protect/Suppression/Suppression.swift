import Domain
import Solver

/// The choice of the cells that are hidden so that no hidden count can be computed back, at the least cost: a set of demands that
/// grows until both outsiders find out nothing. Each demand is one of their findings: "if none of these shown cells were hidden, that
/// count would be known". So the choice costs as little as any that holds, as long as the covers are solved to the end.
struct Suppression: Sendable {
  let system: CountSystem
  let candidates: [Candidate]
  let targets: [Target]
  let marks: Outsider.Marks
  let freedom: Freedom
  let lessons: [Lesson]
  /// From so many unknowns on a part is a large one.
  let largeFrom: Int
  private let knownBefore: [Bool]
  /// By unknown, the candidates that tell it. After the unknowns come the differences of which marks speak (``Outsider/Marks``).
  let tellers: [[Int]]
  /// By unknown, the candidates whose mark says that it is small.
  let markers: [[Int]]

  /// What was chosen.
  struct Choice: Sendable {
    /// Candidates.
    var hidden: Set<Int> = []
    /// By hidden candidate, the cells that it protects.
    var protected: [Int: [CellOfMonth]] = [:]

    /// Of another part. A candidate can tell unknowns of two.
    mutating func add(_ other: Choice) {
      hidden.formUnion(other.hidden)
      protected.merge(other.protected) { $0 + $1 }
    }
  }

  init(
    _ system: CountSystem, candidates: [Candidate], targets: [Target], knownBefore: [Bool], marks: Outsider.Marks,
    markedBefore: Set<Int>, lessons: [Lesson] = [], largeFrom: Int
  ) {
    self.system = system
    self.candidates = candidates
    self.targets = targets
    self.knownBefore = knownBefore
    self.lessons = lessons
    self.largeFrom = largeFrom
    self.marks = marks
    var tellers = [[Int]](repeating: [], count: system.place(ofDifference: marks.differences.count))
    var markers = tellers
    for (place, candidate) in candidates.enumerated() {
      for unknown in candidate.told {
        if candidate.step == .hide { tellers[unknown].append(place) } else { markers[unknown].append(place) }
      }
    }
    self.tellers = tellers
    // What was said once is not taken back.
    for unknown in markedBefore { markers[unknown] = [] }
    self.markers = markers
    freedom = Freedom(system, known: knownBefore)
  }

  /// Part by part: they share no unknown. One that tells nothing new was looked at when it was published.
  func choose() -> Choice {
    var choice = Choice()
    // Whoever knows the marks knows something of both numbers of a rate together; and what is between them is a number of its own.
    let joined =
      marks.differences.map { [$0.over, $0.of] } + targets.map { $0.terms.map(\.unknown) }
      + lessons.map { lesson in
        (lesson.alternatives.joined() + [lesson.condition].compactMap { $0 })
          .flatMap { candidates[$0].told.filter { $0 < system.unknowns.count } }
      }
    let parts = freedom.parts(system, joined: joined).filter { $0.contains { !tellers[$0].isEmpty } }
    // The largest first: the others are done beside it.
    let order = parts.indices.sorted { (-parts[$0].count, $0) < (-parts[$1].count, $1) }
    let found = sideBySide(order.count) { self.choose(parts[order[$0]]) }
    for (_, inPart) in zip(order, found).sorted(by: { $0.0 < $1.0 }) { inPart.map { choice.add($0) } }
    return choice
  }

  /// nil: it has nothing to protect.
  private func choose(_ part: [Int]) -> Choice? {
    let inside = Set(part)
    let differences = marks.differences.indices.filter {
      inside.contains(marks.differences[$0].over) || inside.contains(marks.differences[$0].of)
    }.map(system.place(ofDifference:))
    guard let room = PartChoice(part + differences, of: self) else { return nil }
    room.choose()
    return room.choice
  }

  /// The cell that hides a target.
  func cell(of target: Int) -> CellOfMonth {
    CellOfMonth(month: system.publications[targets[target].publication].month, key: targets[target].key)
  }

  /// Only marks of what is about to be published can still say less; those of a number that was marked before stay.
  func isMarked(_ unknown: Int, _ isChosen: (Int) -> Bool) -> Bool {
    markers[unknown].isEmpty || markers[unknown].contains { !isChosen($0) }
  }

  func isShown(_ unknown: Int, _ isHidden: (Int) -> Bool) -> Bool {
    unknown < knownBefore.count && knownBefore[unknown] || tellers[unknown].contains { !isHidden($0) }
  }
}
