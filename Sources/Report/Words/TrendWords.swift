import Domain

/// How a key figure moved since the month before, in a sign and in words: `↗ +2 postes`, `→ stable`.
func trendWords(_ figure: FunderFigure, in report: FunderReport) -> String {
  let indicator = figure.indicator
  switch report.month.release.trends[figure.key] ?? .unknown {
  case .newYear: return "– (nouvelle année)"
  case .unknown: return "–"
  case .movement(.hidden): return "s"
  case .movement(.missing): return "nd"
  case .movement(.shown(let movement)):
    let change = movement.rounded(decimals: indicator.decimals)
    if change.isZero { return "→ stable" }
    return (change > .zero ? "↗ " : "↘ ")
      + signedDifference(change, decimals: indicator.decimals, unit: indicator.unit)
  }
}
