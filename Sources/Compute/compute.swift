import Domain

/// Every figure of the month: one pass over the rows, then each indicator at each horizon in each cell, in the table's
/// order. A function of its arguments alone. `indicators` are those wanted (nil: all of the catalogue, which parts refer
/// to in any case). Of several months, ``Computation`` reads the rows once.
package func compute(
  _ catalogue: Catalogue, only indicators: [Indicator]? = nil, from facts: Facts, of programme: Programme,
  with reference: Reference, for month: Month
) -> Figures {
  let computation = Computation(catalogue, only: indicators, of: programme, with: reference, over: month...month)
  return computation.figures(of: month, only: indicators, from: computation.parts(of: facts), facts)
}

extension Engine {
  /// Of one indicator at one horizon: the total, then its breakdowns' cells.
  func figures(of indicator: Indicator, _ horizon: Horizon) -> [Figure] {
    let from = span(horizon)
    let plan = plan(of: indicator)
    return places(of: indicator, from: from).map { place in
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
  }
}
