/// How far each number could be from what it is, for somebody who knows all the relations and what was published before: bounds
/// that follow from one relation after the other, and the parts that share no unknown.
struct Freedom {
  /// Steps down and up from the truth; ``endless`` stands for no end.
  private(set) var down: [Int]
  private(set) var up: [Int]
  /// More than anybody counts, and so little that a million of them add up to a whole number.
  static let endless = 1 << 40

  init(_ system: CountSystem, known: [Bool]) {
    down = system.unknowns.indices.map { place in
      known[place] ? 0 : system.least(place).map { system.truth(place) - $0 } ?? Freedom.endless
    }
    up = known.map { $0 ? 0 : Freedom.endless }
    propagate(system)
  }

  func isFixed(_ unknown: Int) -> Bool { down[unknown] == 0 && up[unknown] == 0 }

  private mutating func propagate(_ system: CountSystem) {
    var relationsOf = [[Int]](repeating: [], count: system.unknowns.count)
    for (index, relation) in system.relations.enumerated() {
      for term in relation.terms { relationsOf[term.unknown].append(index) }
    }
    var waiting = Array(system.relations.indices)
    var isWaiting = [Bool](repeating: true, count: waiting.count)
    // Each step makes a bound smaller; loops that creep by one are cut off: bounds stay true, if wider than need be.
    var steps = 60 * max(1, waiting.count)
    var next = 0
    while next < waiting.count, steps > 0 {
      let index = waiting[next]
      next += 1
      isWaiting[index] = false
      for unknown in tighten(system.relations[index], system) {
        for other in relationsOf[unknown] where !isWaiting[other] {
          isWaiting[other] = true
          waiting.append(other)
        }
      }
      steps -= 1
    }
  }

  /// Unknowns whose bounds moved.
  private mutating func tighten(_ relation: Relation, _ system: CountSystem) -> [Int] {
    let value = relation.value(system.truth)
    var moved: [Int] = []
    // The sum may rise by `rise` and fall by `fall`.
    let rise = relation.upper.map { $0 - value } ?? Freedom.endless
    let fall = relation.lower.map { value - $0 } ?? Freedom.endless
    var (allDown, allUp) = (Total(), Total())
    for term in relation.terms {
      let (less, more) = reach(of: term)
      allDown.add(less)
      allUp.add(more)
    }
    for term in relation.terms {
      let (less, more) = reach(of: term)
      let size = abs(term.coefficient)
      let mostUp = Freedom.share(rise, allDown.without(less), size)
      let mostDown = Freedom.share(fall, allUp.without(more), size)
      let (newUp, newDown) = term.coefficient > 0 ? (mostUp, mostDown) : (mostDown, mostUp)
      if newUp < up[term.unknown] {
        up[term.unknown] = newUp
        moved.append(term.unknown)
      }
      if newDown < down[term.unknown] {
        down[term.unknown] = newDown
        moved.append(term.unknown)
      }
    }
    return moved
  }

  /// By how much a term lowers and raises its sum at most.
  private func reach(of term: Relation.Term) -> (less: Int, more: Int) {
    let size = abs(term.coefficient)
    func times(_ steps: Int) -> Int { steps >= Freedom.endless / size ? Freedom.endless : size * steps }
    let (less, more) = (times(down[term.unknown]), times(up[term.unknown]))
    return term.coefficient > 0 ? (less, more) : (more, less)
  }

  private static func share(_ own: Int, _ others: Int, _ size: Int) -> Int {
    own >= endless || others >= endless ? endless : (own + others) / size
  }

  /// A sum of steps, of which some may be without end.
  private struct Total {
    private var steps = 0
    private var endless = 0

    mutating func add(_ some: Int) { if some >= Freedom.endless { endless += 1 } else { steps += some } }

    func without(_ some: Int) -> Int {
      if some >= Freedom.endless { return endless > 1 ? Freedom.endless : steps }
      return endless > 0 ? Freedom.endless : steps - some
    }
  }

  /// Unknowns that can move, by parts that share none: each in order, the parts by their first. `joined`: unknowns that belong together
  /// though no relation says so.
  func parts(_ system: CountSystem, joined: [[Int]] = []) -> [[Int]] {
    var partition = Partition(count: system.unknowns.count)
    for together in system.relations.lazy.map({ $0.terms.map(\.unknown) }) + joined {
      partition.join(together.lazy.filter { !isFixed($0) })
    }
    return partition.parts { !isFixed($0) }
  }
}
