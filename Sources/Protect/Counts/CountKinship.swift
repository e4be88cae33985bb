import Domain

/// How counts stand to each other whatever the month: of the same period and cell, that is.
struct CountKinship: Sendable {
  /// The first counts some of what the second counts.
  private(set) var parts: [(part: Int, whole: Int)] = []
  /// Counts of which no two count the same thing twice, and whether together they are all of the whole.
  private(set) var shares: [(parts: [Int], whole: Int, isAll: Bool)] = []
  /// What one counts, the other counts in a cell of another breakdown: women, and the cell `sexe=f`.
  private(set) var twins: [(count: Int, member: Cell.Member, of: Int)] = []
  /// What one counts of those whose field is filled in, the other counts in the cells of a breakdown; by it, the ids of these.
  private(set) var answers: [(known: Int, of: Int, dimension: Dimension, ids: [String])] = []
  /// Whoever is counted for the first time in a month entered in it: persons, and entries of at least as many paths.
  private(set) var entries: [(persons: Int, entries: Int)] = []

  init(_ counts: PersonCounts) {
    let all = counts.all
    for (place, count) in all.enumerated() where !count.isMade {
      let wholes = all.indices.filter { count.isPart(of: all[$0]) }
      parts += wholes.map { (place, $0) }
      shares += Set(count.conditions.map(\.field)).union(all.flatMap { $0.conditions.map(\.field) })
        .sorted { $0.rawValue < $1.rawValue }.compactMap { shares(of: place, by: $0, all) }
      twins += twins(of: place, all)
      answers += answers(of: place, all)
      shares += complements(of: place, all)
      guard count.unit == .person else { continue }
      entries += all.indices.filter {
        if case .path(.date_entree, false) = all[$0].unit {
          all[$0].conditions.isSubset(of: count.conditions)
        } else {
          false
        }
      }.map { (place, $0) }
    }
    // Sets have no order of their own.
    answers.sort { ($0.known, $0.of) < ($1.known, $1.of) }
    twins.sort { ($0.count, $0.of, $0.member.id) < ($1.count, $1.of, $1.member.id) }
  }

  /// The smallest parts of a count by one field: `durable`, `transition` and `positive` of the dynamic exits.
  private func shares(of whole: Int, by field: Field, _ all: [PersonCount]) -> (parts: [Int], whole: Int, isAll: Bool)?
  {
    let own = all[whole].conditions.first { $0.field == field }
    let others = all[whole].conditions.filter { $0.field != field }
    func condition(_ place: Int) -> Condition? { all[place].conditions.first { $0.field == field } }
    let parts = all.indices.filter { place in
      let count = all[place]
      guard place != whole, count.unit == all[whole].unit, let condition = condition(place), condition.test != .known,
        Set(count.conditions.filter { $0.field != field }) == Set(others)
      else { return false }
      return own.map { condition != $0 && condition.isInside($0) } ?? !condition.isExcluded
    }
    let smallest = parts.filter { place in
      !parts.contains { $0 != place && condition($0)!.isInside(condition(place)!) }
    }
    guard smallest.count > 1 else { return nil }
    for (index, place) in smallest.enumerated() {
      for other in smallest[(index + 1)...] where !condition(place)!.excludes(condition(other)!) { return nil }
    }
    return (smallest, whole, isAll(smallest.map { condition($0)!.test }, of: own?.test, field))
  }

  /// Those who meet a condition, and those who do not.
  private func complements(of place: Int, _ all: [PersonCount]) -> [(parts: [Int], whole: Int, isAll: Bool)] {
    all[place].conditions.filter { !$0.isExcluded }.compactMap { condition in
      let others: [Condition] = all[place].conditions.filter { $0 != condition }
      let turned = Condition(condition.field, condition.test, isExcluded: true)
      guard let rest = all.firstIndex(of: PersonCount(all[place].unit, others + [turned])),
        let whole = all.firstIndex(of: PersonCount(all[place].unit, others))
      else { return nil }
      return ([place, rest], whole, true)
    }.sorted { ($0.parts[1], $0.whole) < ($1.parts[1], $1.whole) }
  }

  private func isAll(_ parts: [Condition.Test], of whole: Condition.Test?, _ field: Field) -> Bool {
    let codes: Set<UInt32>
    switch whole {
    case .oneOf(let some)?: codes = some
    case .known?: codes = Set(field.codebook?.entries.map { UInt32($0.code) } ?? [])
    default: return false
    }
    return parts.reduce(into: Set<UInt32>()) { if case .oneOf(let some) = $1 { $0.formUnion(some) } } == codes
  }

  private func twins(of place: Int, _ all: [PersonCount]) -> [(count: Int, member: Cell.Member, of: Int)] {
    all[place].conditions.compactMap { condition in
      guard !condition.isExcluded, case .oneOf(let codes) = condition.test, codes.count == 1, let code = codes.first,
        let member = member(condition.field, code),
        let other = all.firstIndex(of: PersonCount(all[place].unit, all[place].conditions.filter { $0 != condition }))
      else { return nil }
      return (place, member, other)
    }
  }

  private func answers(
    of place: Int, _ all: [PersonCount]
  ) -> [(known: Int, of: Int, dimension: Dimension, ids: [String])] {
    all[place].conditions.compactMap { condition in
      let ids: [String]
      let dimension: Dimension
      switch condition.field {
      case .sexe: (dimension, ids) = (.sexe, Sex.allCases.map(\.id))
      case .dispositif: (dimension, ids) = (.dispositif, Scheme.allCases.map(\.id))
      default: return nil
      }
      guard condition.test == .known, !condition.isExcluded,
        let other = all.firstIndex(of: PersonCount(all[place].unit, all[place].conditions.filter { $0 != condition }))
      else { return nil }
      return (place, other, dimension, ids)
    }
  }

  /// The cell of a closed list; the programme's own lists have numbers that only it knows.
  private func member(_ field: Field, _ code: UInt32) -> Cell.Member? {
    guard let small = UInt8(exactly: code) else { return nil }
    switch field {
    case .sexe: return Sex(rawValue: small).map { Cell.Member(.sexe, $0.id) }
    case .dispositif: return Scheme(rawValue: small).map { Cell.Member(.dispositif, $0.id) }
    default: return nil
    }
  }
}
