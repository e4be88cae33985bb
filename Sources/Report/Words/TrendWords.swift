import Domain

/// How a key figure moved since the month before, in a sign and in words: `↗ +2 postes`, `→ stable`. The month before
/// is as computed in this run, and hidden figures show no movement; nor does one show that is itself a small count of
/// persons: so many came, or left.
func trendWords(_ figure: FunderFigure, in report: FunderReport) -> String {
  let month = report.month.month
  let (key, indicator) = (figure.key, figure.indicator)
  // January's year to date is not the continuation of December's.
  if key.horizon == .annee && month.number == 1 { return "– (nouvelle année)" }
  guard let before = report.month.history.last(where: { $0.month == month.advanced(by: -1) }) else { return "–" }
  let previous = before[key.indicator, key.horizon, key.cell]
  // What a cumulated figure gained is the month's own figure.
  let ofMonth = report.month.figures[key.indicator, .mois, key.cell]
  if figure.isHidden || previous?.isHidden == true || ofMonth?.isHidden == true { return "s" }
  guard let value = figure.value, let old = previous?.value else { return "nd" }
  let change = (value - old).rounded(decimals: indicator.decimals)
  if change.isZero { return "→ stable" }
  if report.isSmallCount(value - old, of: indicator) { return "s" }
  return (change > .zero ? "↗ " : "↘ ") + signedDifference(change, decimals: indicator.decimals, unit: indicator.unit)
}
