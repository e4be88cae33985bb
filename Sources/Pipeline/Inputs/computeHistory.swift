import Compute
import Domain

/// Up to 13 months of what reports show over time, oldest first, the month last; each computed now, from the same facts.
/// Before protection.
func computeHistory(_ checked: CheckedMonth) -> [Figures] {
  let definitions = checked.definitions
  let first = max(definitions.programme.start, checked.month.advanced(by: -12))
  let indicators = indicatorsOverTime(definitions)
  return (first...checked.month).map { month in
    compute(
      definitions.catalogue, only: indicators, from: checked.facts, of: definitions.programme,
      with: definitions.reference, for: month)
  }
}

/// The key figures' totals; of meetings, the instances too (the newsletter says in which months they met).
private func indicatorsOverTime(_ definitions: Definitions) -> [Indicator] {
  let wanted = Set(definitions.funders.flatMap(\.keyFigures))
  return definitions.catalogue.indicators.compactMap { indicator in
    var indicator = indicator
    if indicator.breakdowns.contains([.instance]) {
      indicator.breakdowns = [[.instance]]
      return indicator
    }
    indicator.breakdowns = []
    return wanted.contains(indicator.id) ? indicator : nil
  }
}
