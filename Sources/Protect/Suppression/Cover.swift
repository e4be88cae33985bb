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
    /// It may be left unmet, at a price, with all the others of this number.
    let waiver: Int?
  }

  /// Rather ten cells of a breakdown than one waiver; rather a waiver than what was commented.
  static let priceOfWaiver = 100

  let costs: [Int]
  private var demands: [Demand] = []
  private var seen: Set<Demand> = []
  private var waived: Set<Int> = []

  init(costs: [Int]) { self.costs = costs }

  /// false: it was known.
  mutating func add(_ demand: Demand) -> Bool {
    guard seen.insert(demand).inserted else { return false }
    demands.append(demand)
    return true
  }

  func isWaived(_ waiver: Int) -> Bool { waived.contains(waiver) }

  /// Every candidate that some demand names: it meets them all.
  func everything() -> [Bool] {
    let named = Set(demands.lazy.flatMap(\.alternatives).joined())
    return costs.indices.map(named.contains)
  }

  /// By candidate, whether it is hidden. nil: no choice was found that meets the demands.
  mutating func cheapest() -> [Bool]? {
    let sets = distinctPlaces(demands.flatMap(\.alternatives).filter { $0.count > 1 }, from: costs.count)
    let waivers = distinctPlaces(demands.compactMap(\.waiver), from: costs.count + sets.count)
    let programme = LinearProgramme(columns: costs.count + sets.count + waivers.count)
    for column in 0..<programme.columns {
      programme.setBounds(of: column, 0, 1)
      if !(costs.count..<costs.count + sets.count).contains(column) { programme.setWhole(column) }
    }
    for (alternative, column) in sets.sorted(by: { $0.value < $1.value }) {
      for candidate in alternative { programme.addRow([(column, 1), (candidate, -1)], nil, 0) }
    }
    for demand in demands {
      var columns = Set(demand.alternatives.map { $0.count == 1 ? $0[0] : sets[$0]! })
      if let waiver = demand.waiver { columns.insert(waivers[waiver]!) }
      if let condition = demand.condition { columns.remove(condition) }
      let terms = columns.sorted().map { (column: $0, coefficient: 1) }
      programme.addRow(
        terms + (demand.condition.map { [(column: $0, coefficient: -1)] } ?? []), demand.condition == nil ? 1 : 0, nil)
    }
    let aim =
      costs.enumerated().map { (column: $0.offset, coefficient: $0.element) }
      + waivers.values.sorted().map { (column: $0, coefficient: Cover.priceOfWaiver) }
    waived = []
    guard let best = programme.wholeOptimum(.least, of: aim) else { return nil }
    waived = Set(waivers.filter { best.values[$0.value] > 0.5 }.keys)
    return costs.indices.map { best.values[$0] > 0.5 }
  }
}

/// Columns for each, in the order in which they come.
private func distinctPlaces<Element: Hashable>(_ elements: [Element], from first: Int) -> [Element: Int] {
  var places: [Element: Int] = [:]
  for element in elements where places[element] == nil { places[element] = first + places.count }
  return places
}
