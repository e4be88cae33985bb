import Domain

/// Up to 13 months of what reports show over time, oldest first, the month last; each computed now from the same facts, or for an edition
/// of them before. Before protection. Throws `Interruption`.
func computeHistory(_ checked: CheckedMonth, _ known: SharedHistory = SharedHistory()) throws -> [Figures] {
  let indicators = indicatorsOverTime(checked.definitions)
  return try checked.monthsShown.map { month in
    try known.figures(of: month) { try checked.parts.figures(of: month, only: indicators, checked.facts) }
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
