import Domain

/// Explains one figure: the rows behind each of its measures, and what they add up to. Which rows count is decided by the same
/// conditions as in the figure's own pass; adding them up one by one, and the means, ratios and sums made of that, are
/// written a second time here. nil: there is no such figure.
package func explain(
  _ indicator: Indicator, _ horizon: Horizon, _ cell: Cell, catalogue: Catalogue, from facts: Facts,
  of programme: Programme, with reference: Reference, for month: Month
) -> Explanation? {
  // Of a horizon that the indicator does not have, nothing is computed.
  guard indicator.horizons.contains(horizon) else { return nil }
  let engine = Engine(indicator, catalogue, facts, programme, reference, month)
  return engine.figures(of: indicator, horizon).first { $0.cell == cell }.map { engine.explain(indicator, $0, facts) }
}

/// Explains every cell of an indicator: what tests walk through.
package func explainAll(
  _ indicator: Indicator, catalogue: Catalogue, from facts: Facts, of programme: Programme, with reference: Reference,
  for month: Month
) -> [Explanation] {
  let engine = Engine(indicator, catalogue, facts, programme, reference, month)
  return indicator.horizons.flatMap { horizon in
    engine.figures(of: indicator, horizon).map { engine.explain(indicator, $0, facts) }
  }
}

extension Engine {
  /// Ready to be asked for one indicator.
  fileprivate convenience init(
    _ indicator: Indicator, _ catalogue: Catalogue, _ facts: Facts, _ programme: Programme, _ reference: Reference,
    _ month: Month
  ) {
    self.init(catalogue, programme, reference, month: month, deliveries: facts.deliveries)
    require(indicator)
    let computation = Computation(catalogue, only: [indicator], of: programme, with: reference, over: month...month)
    settle(computation.parts(of: facts), of: computation, registers: facts.registers)
  }

  fileprivate func explain(_ indicator: Indicator, _ figure: Figure, _ facts: Facts) -> Explanation {
    let (cell, horizon) = (figure.cell, figure.horizon)
    var proof = Proof(self, facts, place(of: cell), horizon)
    let readded = proof.value(indicator.term, [], from: span(horizon))
    return Explanation(
      indicator: indicator, figure: figure,
      baseline: indicator.baselines.applying(to: cell, horizon: horizon, in: month),
      target: indicator.targets.applying(to: cell, horizon: horizon, in: month), vintages: proof.vintages,
      sources: proof.sources, readded: figure.status == .M ? nil : readded)
  }
}

/// Adds a term up again from its rows.
struct Proof {
  private let engine: Engine
  private let facts: Facts
  private let place: CellPlace
  private let horizon: Horizon
  private(set) var sources: [Explanation.Source] = []
  private(set) var vintages: [Reference.Vintage] = []

  init(_ engine: Engine, _ facts: Facts, _ place: CellPlace, _ horizon: Horizon) {
    self.engine = engine
    self.facts = facts
    self.place = place
    self.horizon = horizon
  }

  /// nil where a number is lacking or a denominator is 0.
  mutating func value(_ term: Term, _ around: [Condition], from: Month) -> Rational? {
    let conditions = around + term.conditions
    switch term.measure {
    case .ratio(let of, let over, let factor):
      guard let numerator = value(of, conditions, from), let denominator = value(over, conditions, from),
        !denominator.isZero
      else { return nil }
      return numerator * factor / denominator
    case .difference(let parts): return combined(parts, conditions, from, sign: Rational(-1))
    case .sum(let parts): return combined(parts, conditions, from, sign: Rational(1))
    case .reference(let territory, let of):
      guard let vintage = addSource(territory) else { return nil }
      return of == .share
        ? vintage.percentage : of == .ess_posts ? vintage.essPosts?.rational : vintage.allPosts?.rational
    case .missingPosts(let territory, let against):
      guard let own = addSource(territory), let other = addSource(against), let share = other.percentage,
        let all = own.allPosts?.rational, let ess = own.essPosts?.rational
      else { return nil }
      return all * share / Rational(100) - ess
    case .referenceShare(let territory, let plus):
      guard let vintage = addSource(territory), let ess = vintage.essPosts?.rational,
        let all = vintage.allPosts?.rational
      else { return nil }
      var added = Rational.zero
      if let since = engine.monthAfterVintage(territory) { added = value(plus, conditions, since) ?? .zero }
      guard !(all + added).isZero else { return nil }
      return Rational(100) * (ess + added) / (all + added)
    case .delivery:
      let (accepted, owed) = engine.coverage.delivered(from: from, association: place.association)
      return owed == 0 ? nil : Rational(accepted * 100) / Rational(owed)
    default:
      let source = source(engine.tally(term, around).leaf, from: from)
      sources.append(source)
      return source.total
    }
  }

  private mutating func value(_ part: Part, _ around: [Condition], _ from: Month) -> Rational? {
    if case .baseline(let id) = part {
      return engine.catalogue[id]?.baselines.applying(to: place.cell, horizon: horizon, in: engine.month)?.value
    }
    return engine.term(of: part).flatMap { value($0, around, from: from) }
  }

  private mutating func combined(_ parts: [Part], _ around: [Condition], _ from: Month, sign: Rational) -> Rational? {
    var total: Rational?
    for part in parts {
      guard let value = value(part, around, from) else { return nil }
      total = total.map { $0 + sign * value } ?? value
    }
    return total
  }

  private mutating func addSource(_ territory: String) -> Reference.Vintage? {
    guard let vintage = engine.reference.vintage(of: territory, in: engine.month) else { return nil }
    if !vintages.contains(vintage) { vintages.append(vintage) }
    return vintage
  }

  private func source(_ leaf: Leaf, from: Month) -> Explanation.Source {
    var collector = RowCollector(leaf, place, from: from)
    switch leaf.measure.kind {
    case .etp:
      collector.readJobs(facts.jobs.filter { $0.month <= engine.month }, engine)
    case .beneficiaires:
      collector.readPaths(engine.registersInUse(facts.registers), engine)
    case .reunions: collector.readMeetings(facts.meetings.filter { $0.month <= engine.month }, engine)
    case nil: break
    }
    return collector.finished(engine)
  }
}

extension Explanation.Source {
  /// The rows added up: distinct units, or amounts over the months delivered, or fractions.
  package var total: Rational? {
    switch measure {
    case .countFirst, .countEver, .countStock, .countPaths, .countPersons, .countMeetings:
      return Rational(Set(rows.map(\.unit)).count)
    case .attendance:
      let denominator = rows.reduce(0) { $0 + ($1.fraction?.denominator ?? 0) }
      guard denominator > 0 else { return nil }
      return Rational(rows.reduce(0) { $0 + ($1.fraction?.numerator ?? 0) } * 100) / Rational(denominator)
    case .sumStock:
      return zip(rows, associations).reduce(.zero) { total, next in
        total + (next.0.amount ?? .zero) / Rational(max(1, months[next.1] ?? 1))
      }
    default:
      // A meeting stands once for all who report it.
      var seen: Set<Int> = []
      return rows.reduce(.zero) { total, row in
        guard measure.kind != .reunions || seen.insert(row.unit).inserted else { return total }
        return total + (row.amount ?? .zero)
      }
    }
  }
}
