import Compute
import Domain
import Protect

/// Up to 13 months of what reports show over time, oldest first, the month last; each computed now, from the same facts.
func history(_ gathered: Gathered) -> [ReleasedFigures] {
  let definitions = gathered.definitions
  let first = max(definitions.programme.start, gathered.month.advanced(by: -12))
  let indicators = indicatorsOverTime(definitions)
  return (first...gathered.month).map { month in
    let figures = compute(
      definitions.catalogue, only: indicators, from: gathered.facts, of: definitions.programme,
      with: definitions.reference, for: month)
    return protect(figures, under: definitions.programme.confidentiality, catalogue: definitions.catalogue)
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
