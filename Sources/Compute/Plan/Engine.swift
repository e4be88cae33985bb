import Domain

/// One month's computation: first every measure says what it needs, then the rows are read once, then figures are asked
/// for cell by cell.
final class Engine {
  let catalogue: Catalogue
  let programme: Programme
  let reference: Reference
  let month: Month
  let coverage: Coverage
  private(set) var leaves: [Leaf] = []
  private var positions: [Term: Int] = [:]
  /// By indicator.
  private var plans: [String: Plan] = [:]
  private let territory: Set<UInt32>

  init(_ catalogue: Catalogue, _ programme: Programme, _ reference: Reference, month: Month, deliveries: [Delivery]) {
    self.catalogue = catalogue
    self.programme = programme
    self.reference = reference
    self.month = month
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

  private func require(_ plan: Plan, from: Month, _ breakdown: Breakdown) {
    switch plan {
    case .leaf(let leaf): leaf.require(from: from, breakdown)
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

  func leaf(_ term: Term, _ around: [Condition]) -> Leaf {
    let whole = Term(term.measure, conditions: around + term.conditions)
    if let position = positions[whole] { return leaves[position] }
    positions[whole] = leaves.count
    let leaf = Leaf(whole, territory: territory)
    leaves.append(leaf)
    return leaf
  }

  /// First month that is later than the vintage's; nil where there is no vintage, or none left.
  func monthAfterVintage(_ territory: String) -> Month? {
    guard let vintage = reference.vintage(of: territory, in: month) else { return nil }
    let since = max(vintage.asOf.month.advanced(by: 1), programme.start)
    return since <= month ? since : nil
  }

  // MARK: One pass over the rows

  func read(_ facts: Facts) {
    let jobLeaves = leaves.filter { $0.measure.kind == .etp }
    var jobs = JobPass(programme, month: month, reference: reference)
    for rows in facts.jobs where rows.month <= month { jobs.read(rows, into: jobLeaves) }
    let pathLeaves = leaves.filter { $0.measure.kind == .beneficiaires }
    for rows in registersInUse(facts) { PathPass(programme: programme, month: month).read(rows, into: pathLeaves) }
    MeetingPass(facts.meetings.filter { $0.month <= month }, programme)
      .feed(leaves.filter { $0.measure.kind == .reunions })
    for leaf in leaves {
      leaf.settle { association, from in coverage.acceptedMonths(association, .etp, from: from) }
    }
  }

  func registersInUse(_ facts: Facts) -> [PathRows] {
    let registers = Dictionary(grouping: facts.registers, by: \.association)
    return programme.associations.indices.compactMap { association in
      guard let register = coverage.register(of: association) else { return nil }
      return registers[association]?.first { $0.month == register.month }
    }
  }
}
