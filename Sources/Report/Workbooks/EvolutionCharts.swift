import Domain

/// Charts that a reader takes in: so many at most, of so many lines.
private let chartLimit = 4
private let lineLimit = 3

/// One chart a unit, and more where the sizes are too far apart to be read on one axis (9 % and 98 %).
func evolutionCharts(_ columns: [EvolutionColumn], over months: [ReleasedFigures]) -> [ReportChart] {
  let series = columns.enumerated().compactMap { index, column -> EvolutionSeries? in
    let values = column.values(months)
    return values.contains { $0 != nil } ? EvolutionSeries(column: column, index: index, values: values) : nil
  }
  guard months.count > 1 else { return [] }
  return groups(of: series).prefix(chartLimit).map { chart(of: $0, over: months) }
}

private struct EvolutionSeries {
  let column: EvolutionColumn
  let index: Int
  let values: [Rational?]

  var unit: Indicator.Unit { column.figure.indicator.unit }
  /// The largest size it comes to.
  var size: Rational { values.compactMap { $0 }.map { $0 < .zero ? .zero - $0 : $0 }.max() ?? .zero }

  func reads(with other: EvolutionSeries) -> Bool {
    let (small, large) = (min(size, other.size), max(size, other.size))
    return unit == other.unit && large <= small * Rational(4)
  }
}

/// In the order of the key figures; each beside the first with which it reads.
private func groups(of series: [EvolutionSeries]) -> [[EvolutionSeries]] {
  var groups: [[EvolutionSeries]] = []
  for one in series {
    if let index = groups.firstIndex(where: { $0.count < lineLimit && $0.allSatisfy(one.reads) }) {
      groups[index].append(one)
    } else {
      groups.append([one])
    }
  }
  return groups
}

private func chart(of group: [EvolutionSeries], over months: [ReleasedFigures]) -> ReportChart {
  let indicators = group.map(\.column.figure.indicator)
  var chart = ReportChart(
    kind: .line, title: French.list(distinctWords(group.map { readerText($0.column.figure.label) })),
    categoryName: "Mois", categories: months.map(\.month.french),
    series: group.enumerated().map { position, one in
      .init(one.column.header, one.values, column: one.index + 1, colour: Palette.axis(at: position))
    }, unit: indicators.first?.unit.french ?? "", decimals: indicators.map(\.decimals).max() ?? 0)
  if group.count == 1,
    let target = indicators.first?.targets.applying(
      to: .total, horizon: group[0].column.key.horizon, in: months.last?.month ?? Month(index: 0))
  {
    let words = French.number(target.value, decimals: target.value.isWhole ? 0 : 1, unit: group[0].unit)
    chart.series.append(
      .init("Cible : \(words)", months.map { _ in target.value }, colour: Palette.target, isTarget: true))
  }
  return chart
}
