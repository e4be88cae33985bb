import Domain

/// Charts that a reader takes in: so many at most, of so many lines.
private let chartLimit = 3
private let lineLimit = 3

/// One chart a unit, and more where the sizes are too far apart to be read on one axis (9 % and 98 %). What never moved has none.
func evolutionCharts(_ figures: [FunderFigure], over months: [ReleasedFigures]) -> [ReportChart] {
  let series = figures.compactMap { figure -> EvolutionSeries? in
    let values = months.map { $0[figure.key].released }
    return Set(values.compactMap(\.number)).count > 1 ? EvolutionSeries(figure: figure, values: values) : nil
  }
  return groups(of: series).prefix(chartLimit).map { chart(of: $0, over: months) }
}

private struct EvolutionSeries {
  let figure: FunderFigure
  let values: [ReleasedValue]

  var unit: Indicator.Unit { figure.indicator.unit }
  /// The largest size it comes to.
  var size: Rational { values.compactMap { $0.number?.magnitude }.max() ?? .zero }

  func reads(with other: EvolutionSeries) -> Bool {
    let (small, large) = (min(size, other.size), max(size, other.size))
    return unit == other.unit && figure.counted == other.figure.counted && large <= small * Rational(4)
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
  let names = distinct(group.map { readerText($0.figure.name) })
  var chart = ReportChart(
    kind: .line, title: evolutionTitle(group, names, over: months.map(\.month)), categoryName: "Mois",
    categories: shortMonths(months.map(\.month)),
    series: group.enumerated().map { position, one in
      .init(one.figure.name, one.values, colour: Palette.axis(at: position))
    }, unit: group[0].unit.french, decimals: group.map(\.figure.indicator.decimals).max() ?? 0)
  if group.count == 1, let aim = group[0].figure.aim {
    let number = briefNumber(aim, decimals: group[0].figure.indicator.decimals)
    let name = group[0].figure.objective == nil ? "Cible" : "Objectif"
    chart.series.append(
      .init(
        "\(name) : \(number) \(French.unit(group[0].unit, for: aim))", months.map { _ in .shown(aim) },
        colour: Palette.target,
        isTarget: true))
  }
  return chart
}

/// What one line does: `Bénéficiaires : 48 en mai 2021, 79 en mai 2022`; of several their names.
private func evolutionTitle(_ group: [EvolutionSeries], _ names: [String], over months: [Month]) -> String {
  let known = zip(months, group[0].values).compactMap { month, value in value.number.map { (month, $0) } }
  guard group.count == 1, let first = known.first, let last = known.last, first.0 < last.0 else {
    return French.list(names)
  }
  func said(_ value: Rational) -> String {
    briefNumber(value, decimals: group[0].figure.indicator.decimals)
      + (group[0].unit == .percent ? "\(French.noBreakSpace)%" : "")
  }
  return "\(names[0]) : \(said(first.1)) en \(first.0.french), \(said(last.1)) en \(last.0.french)"
}

/// `mai 21`, `juin`, … `janv. 22`, … `mai 22`: the year where it begins, and at both ends.
func shortMonths(_ months: [Month]) -> [String] {
  let names = ["janv.", "févr.", "mars", "avril", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."]
  return months.map { month in
    let year = month.year % 100
    let isDated = month == months.first || month == months.last || month.number == 1
    return names[month.number - 1] + (isDated ? " \(year < 10 ? "0" : "")\(year)" : "")
  }
}
