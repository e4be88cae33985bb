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

/// What reports show over time: the cells of key figures and objectives, the totals of sections, and meetings by instance
/// (the newsletter says in which months they met).
private func indicatorsOverTime(_ definitions: Definitions) -> [Indicator] {
  let keys = definitions.funders.flatMap { $0.keyFigures + $0.objectives.map(\.key) }
  let wanted = Set(keys.map(\.indicator) + definitions.funders.flatMap(\.sections).flatMap(\.columns).map(\.indicator))
  return definitions.catalogue.indicators.compactMap { indicator in
    var indicator = indicator
    let id = indicator.id
    indicator.breakdowns = indicator.breakdowns.filter { dimensions in
      dimensions == [.instance] || keys.contains { $0.indicator == id && $0.cell.dimensions == dimensions }
    }
    return wanted.contains(id) || !indicator.breakdowns.isEmpty ? indicator : nil
  }
}
