import Solver

/// Which candidates to hide, as what has been learnt so far demands: of each set at least one, or one only if another is hidden; at the
/// least cost.
struct Cover {
  /// At least one of the alternatives must be hidden. An alternative is a set of candidates which all must be: whoever sees one of
  /// them knows the number.
  struct Demand: Hashable {
    let alternatives: [[Int]]
    /// It holds only where this candidate is hidden.
    let condition: Int?
  }

  let costs: [Int]
  private(set) var demands: [Demand] = []
  private var seen: Set<Demand> = []

  init(costs: [Int]) { self.costs = costs }

  /// false: it was known.
  mutating func add(_ demand: Demand) -> Bool {
    guard seen.insert(demand).inserted else { return false }
    demands.append(demand)
    return true
  }

  /// nil: no choice meets them all, or none was found.
  func cheapest() -> [Bool]? {
    var sets: [[Int]: Int] = [:]
    var ordered: [[Int]] = []
    for alternative in demands.flatMap(\.alternatives) where alternative.count > 1 && sets[alternative] == nil {
      sets[alternative] = costs.count + ordered.count
      ordered.append(alternative)
    }
    let programme = LinearProgramme(columns: costs.count + ordered.count)
    for column in costs.indices {
      programme.setBounds(of: column, 0, 1)
      programme.setWhole(column)
    }
    for (place, alternative) in ordered.enumerated() {
      let column = costs.count + place
      programme.setBounds(of: column, 0, 1)
      for candidate in alternative { programme.addRow([(column, 1), (candidate, -1)], nil, 0) }
    }
    for demand in demands {
      let columns = demand.alternatives.map { $0.count == 1 ? $0[0] : sets[$0]! }
      let terms = Set(columns).subtracting([demand.condition].compactMap { $0 }).sorted().map {
        (column: $0, coefficient: 1)
      }
      if let condition = demand.condition {
        programme.addRow(terms + [(condition, -1)], 0, nil)
      } else {
        programme.addRow(terms, 1, nil)
      }
    }
    let aim = costs.enumerated().filter { $0.element != 0 }.map { (column: $0.offset, coefficient: $0.element) }
    guard let best = programme.wholeOptimum(.least, of: aim) else { return nil }
    return costs.indices.map { best.values[$0] > 0.5 }
  }
}
