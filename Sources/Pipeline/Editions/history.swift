import Compute
import Domain
import Protect

/// Up to 13 months of what reports show over time, oldest first, the month last; each computed now, from the same facts.
/// Before protection.
func history(_ checked: CheckedMonth) -> [Figures] {
  let definitions = checked.definitions
  let first = max(definitions.programme.start, checked.month.advanced(by: -12))
  let indicators = indicatorsOverTime(definitions)
  return (first...checked.month).map { month in
    compute(
      definitions.catalogue, only: indicators, from: checked.facts, of: definitions.programme,
      with: definitions.reference, for: month)
  }
}

/// The same as it may be shown: what the rule hides, and what an edition of the month hid before.
func released(_ figures: Figures, _ definitions: Definitions, hidden: Set<Figures.Key>) -> ReleasedFigures {
  protect(
    figures, under: definitions.programme.confidentiality, catalogue: definitions.catalogue, hiddenBefore: hidden)
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
