/// How far each number could be from what it is, for somebody who knows all the relations and what was published before: bounds
/// that follow from one relation after the other, and the parts that share no unknown.
struct Freedom {
  /// Steps down and up from the truth; `Int.max` stands for no end.
  private(set) var down: [Int]
  private(set) var up: [Int]
  static let endless = Int.max / 4

  init(_ system: CountSystem, known: [Bool]) {
    down = system.unknowns.indices.map { known[$0] ? 0 : system.isCount($0) ? system.truth($0) : Freedom.endless }
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
    for term in relation.terms {
      var (othersDown, othersUp) = (0, 0)
      for other in relation.terms where other.unknown != term.unknown {
        let size = abs(other.coefficient)
        let (less, more) = other.coefficient > 0 ? (down, up) : (up, down)
        othersDown = Freedom.sum(othersDown, Freedom.product(size, less[other.unknown]))
        othersUp = Freedom.sum(othersUp, Freedom.product(size, more[other.unknown]))
      }
      let size = abs(term.coefficient)
      let mostUp = Freedom.sum(rise, othersDown) / size
      let mostDown = Freedom.sum(fall, othersUp) / size
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

  private static func sum(_ a: Int, _ b: Int) -> Int { a >= endless || b >= endless ? endless : min(a + b, endless) }
  private static func product(_ size: Int, _ steps: Int) -> Int {
    steps >= endless / size ? endless : size * steps
  }

  /// Unknowns that can move, by parts that share none: each in order, the parts by their first.
  func parts(_ system: CountSystem) -> [[Int]] {
    var parent = Array(system.unknowns.indices)
    func root(_ start: Int) -> Int {
      var place = start
      while parent[place] != place {
        parent[place] = parent[parent[place]]
        place = parent[place]
      }
      return place
    }
    for relation in system.relations {
      let free = relation.terms.map(\.unknown).filter { !isFixed($0) }
      for other in free.dropFirst() {
        let (a, b) = (root(free[0]), root(other))
        if a != b { parent[max(a, b)] = min(a, b) }
      }
    }
    var places: [Int: Int] = [:]
    var parts: [[Int]] = []
    for unknown in system.unknowns.indices where !isFixed(unknown) {
      let first = root(unknown)
      if let place = places[first] {
        parts[place].append(unknown)
      } else {
        places[first] = parts.count
        parts.append([unknown])
      }
    }
    return parts
  }
}
