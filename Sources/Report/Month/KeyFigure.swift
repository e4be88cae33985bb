import Domain

/// An indicator that some funder counts among its key figures, as the page shows it.
struct KeyFigure {
  let indicator: Indicator
  /// The horizon it leads with.
  let horizon: Horizon
  let figure: ReleasedFigure?
  /// Its other horizons, shown small.
  let others: [(horizon: Horizon, figure: ReleasedFigure?)]
  /// Its total month by month, oldest first; nil where missing or secret.
  let history: [(month: Month, value: Rational?)]
  let baseline: Benchmark?
  let target: Benchmark?

  init(_ indicator: Indicator, in month: ReportedMonth) {
    self.indicator = indicator
    let lead = leadingHorizon(of: indicator, for: month.definitions.funders)
    horizon = lead
    figure = month.figures[indicator.id, lead]
    others = indicator.horizons.filter { $0 != lead }.map { ($0, month.figures[indicator.id, $0]) }
    history = month.history.map { ($0.month, $0[indicator.id, lead]?.value) }
    baseline = indicator.baselines.applying(to: .total, horizon: lead, in: month.month)
    target = indicator.targets.applying(to: .total, horizon: lead, in: month.month)
  }
}

/// The union of the funders' key figures, in the catalogue's order.
func keyFigures(of month: ReportedMonth) -> [KeyFigure] {
  let wanted = Set(month.definitions.funders.flatMap(\.keyFigures))
  return month.definitions.catalogue.indicators.filter { wanted.contains($0.id) }.map { KeyFigure($0, in: month) }
}

/// A key figure names no horizon. It leads with the one under which a funder's section first shows it, else with the
/// first it is declared with: so the page says what the funders read.
func leadingHorizon(of indicator: Indicator, for funders: [Funder]) -> Horizon {
  let columns = funders.flatMap(\.sections).flatMap(\.columns)
  let shown = columns.first { $0.indicator == indicator.id && indicator.horizons.contains($0.horizon) }
  return shown?.horizon ?? indicator.horizons.first ?? .mois
}
