import Domain

/// One month's computation: first every measure says what it needs, then gets it from the rows' parts, then figures are
/// asked for cell by cell.
final class Engine {
  let catalogue: Catalogue
  let programme: Programme
  let reference: Reference
  let month: Month
  let coverage: Coverage
  private(set) var tallies: [LeafTally] = []
  private var positions: [Term: Int] = [:]
  /// By indicator.
  private var plans: [String: Plan] = [:]
  private let territory: Set<UInt32>
  /// Those that another month asked for: a measure's conditions are made ready once.
  private let leaves: [Term: Leaf]
  private var knownPlaces: [PlacesKey: [CellPlace]] = [:]

  init(
    _ catalogue: Catalogue, _ programme: Programme, _ reference: Reference, month: Month, deliveries: Deliveries,
    leaves: [Term: Leaf] = [:]
  ) {
    self.catalogue = catalogue
    self.programme = programme
    self.reference = reference
    self.month = month
    self.leaves = leaves
    coverage = Coverage(programme, month: month, deliveries: deliveries)
    territory = Set(programme.territory.communes.map(\.code.packed))
  }

  func span(_ horizon: Horizon) -> Month { horizon.period(endingWith: month, start: programme.start).lowerBound }

  // MARK: What is needed

  func require(_ indicator: Indicator) {
    let plan = plan(of: indicator)
    for horizon in indicator.horizons {
      for dimensions in [[]] + indicator.breakdowns {
        require(plan, from: span(horizon), Breakdown(dimensions: dimensions))
      }
    }
  }

  func plan(of indicator: Indicator) -> Plan {
    if let plan = plans[indicator.id] { return plan }
    let plan = plan(indicator.term)
    plans[indicator.id] = plan
    return plan
  }

  /// The figures of an indicator: at each horizon in each cell, in the table's order.
  func figures(of indicator: Indicator) -> [Figure] {
    indicator.horizons.sorted().flatMap { figures(of: indicator, $0) }
  }

  /// Found once a key.
  func places(_ key: PlacesKey, _ find: () -> [CellPlace]) -> [CellPlace] {
    if let places = knownPlaces[key] { return places }
    let places = find()
    knownPlaces[key] = places
    return places
  }

  private func require(_ plan: Plan, from: Month, _ breakdown: Breakdown) {
    switch plan {
    case .leaf(let tally): tally.require(from: from, breakdown)
    case .ratio(let of, let over, _):
      require(of, from: from, breakdown)
      require(over, from: from, breakdown)
    case .difference(let parts), .sum(let parts):
      for part in parts { require(part, from: from, breakdown) }
    case .referenceShare(_, let plus, _, let since):
      if let since { require(plus, from: since, breakdown) }
    case .constant, .baseline, .delivery: break
    }
  }

  /// nil for a baseline.
  func term(of part: Part) -> Term? {
    switch part {
    case .indicator(let id): return catalogue[id]?.term
    case .term(let term): return term
    case .baseline: return nil
    }
  }

  func tally(_ term: Term, _ around: [Condition]) -> LeafTally {
    let whole = Term(term.measure, conditions: around + term.conditions)
    if let position = positions[whole] { return tallies[position] }
    positions[whole] = tallies.count
    let tally = LeafTally(leaves[whole] ?? Leaf(whole, territory: territory))
    tallies.append(tally)
    return tally
  }

  /// First month that is later than the vintage's; nil where there is no vintage, or none left.
  func monthAfterVintage(_ territory: String) -> Month? {
    guard let vintage = reference.vintage(of: territory, in: month) else { return nil }
    let since = max(vintage.asOf.month.advanced(by: 1), programme.start)
    return since <= month ? since : nil
  }

  // MARK: What the rows give

  /// Makes values of what monthly files gave, and of the registers in use.
  func settle(_ parts: MonthlyParts, of computation: Computation, registers: ArraySlice<PathRows>) {
    let inUse = registersInUse(registers)
    let pass = PathPass(programme: programme, month: month)
    var slices: [Term: [LeafTally.Key: Subtotal]] = [:]
    for tally in tallies where tally.leaf.measure.kind == .beneficiaires {
      slices[tally.leaf.term] = pass.slices(tally, inUse)
    }
    settle { leaf, slice in
      if let paths = slices[leaf.term] { return (paths[slice] ?? Subtotal(), [:]) }
      return parts.subtotal(
        leaf.measure, computation.series(leaf, slice.breakdown), from: slice.from, month: month)
    }
  }

  /// The same, of whatever gives the subtotals: what rows add up to in a slice, and the persons behind its sums.
  func settle(_ subtotal: (Leaf, LeafTally.Key) -> (Subtotal, persons: [UInt64: Int])) {
    for tally in tallies {
      tally.settle {
        subtotal(tally.leaf, $0)
      } months: { association, from in
        coverage.acceptedMonths(association, .etp, from: from)
      }
    }
  }

  func registersInUse(_ all: ArraySlice<PathRows>) -> [PathRows] {
    programme.associations.indices.compactMap { association in
      guard let month = coverage.register(of: association) else { return nil }
      return all.firstIndex { $0.month == month && $0.association == association }.map { all[$0] }
    }
  }
}
