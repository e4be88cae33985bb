import Domain

/// Every figure of the month: one pass over the rows, then each indicator at each horizon in each cell, in the table's
/// order. A function of its arguments alone. `indicators` are those wanted (nil: all of the catalogue, which parts refer
/// to in any case).
package func compute(
  _ catalogue: Catalogue, only indicators: [Indicator]? = nil, from facts: Facts, of programme: Programme,
  with reference: Reference, for month: Month
) -> Figures {
  let engine = Engine(catalogue, programme, reference, month: month, deliveries: facts.deliveries)
  let wanted = indicators ?? catalogue.indicators
  for indicator in wanted { engine.require(indicator) }
  engine.read(facts)
  var figures: [Figure] = []
  for indicator in wanted {
    for horizon in indicator.horizons.sorted() { figures += engine.figures(of: indicator, horizon) }
  }
  return Figures(month: month, figures)
}

extension Engine {
  /// Of one indicator at one horizon: the total, then its breakdowns' cells.
  func figures(of indicator: Indicator, _ horizon: Horizon) -> [Figure] {
    let from = span(horizon)
    let plan = plan(of: indicator)
    let places = ([[]] + indicator.breakdowns).flatMap { self.places(indicator, $0, from: from) }
    return places.map { place in
      let result = evaluate(plan, horizon: horizon, from: from, place)
      let isMissing = result.status == .M
      return Figure(
        indicator: indicator.id, horizon: horizon, cell: place.cell, value: isMissing ? nil : result.value,
        numerator: result.numerator, denominator: result.denominator, status: result.status,
        reason: isMissing ? result.reason : result.status == .U ? .partiel : nil,
        answers: isMissing ? nil : result.answers, incomplete: result.incomplete.sorted(),
        associations: result.associations.count,
        personCounts: indicator.countsPersons ? result.counts : [],
        contributors: result.contributors.isEmpty ? nil : result.contributors.filter { $0 > 0 }.min() ?? 0)
    }
    .sorted { Cell.precedes($0.cell, $1.cell) }
  }
}
