import Domain

/// A chart shows so many members; the others stand together.
private let memberLimit = 20
private let shownMembers = 15

/// A section's chart: each indicator that it names, at every horizon it stands at; its target as a mark. The whole is no bar: it
/// would dwarf its parts. Its title says what the whole comes to. nil where there is nothing to see: no number, or nothing but 0.
func sectionChart(_ section: FunderSection, in report: FunderReport) -> ReportChart? {
  let columns = chartedColumns(section).filter(\.hasNumbers)
  let values = columns.map(\.values)
  guard let lead = columns.first, isWorthDrawing(columns) else { return nil }
  let order = memberOrder(section, by: lead.values.map(\.shownNumber))
  let shown = order.count > memberLimit ? Array(order.prefix(shownMembers)) : order
  let rest = Array(order.dropFirst(shown.count))
  let isWhole = rest.isEmpty && order == Array(section.members.indices)
  let units = distinct(columns.map { $0.column.indicator.unit.french })
  var chart = ReportChart(
    kind: section.chart.isStacked ? .stacked : .bar, title: chartTitle(columns.map(\.column.total), in: report),
    categoryName: section.dimension.label.fr,
    categories: shown.map { memberName(section.members[$0], of: section.dimension, in: report.programme) },
    series: columns.enumerated().map { index, charted in
      .init(
        seriesName(charted.column.total, in: section), shown.map { values[index][$0] },
        column: isWhole ? charted.position + 1 : nil, colour: Palette.axis(at: index))
    }, unit: units.joined(separator: ", "),
    decimals: chartDecimals(columns.map(\.column), values.joined().compactMap(\.shownNumber)))
  addOthers(rest, of: columns.map(\.column), values, to: &chart)
  if !section.chart.isStacked, units.count == 1 {
    chart.series += targets(of: lead.column, section, shown: shown, total: chart.categories.count)
  }
  return chart
}

/// What a section's chart does not show because it may not be told: all of it, or a series. A picture without bars would be read as 0.
func notDrawn(_ section: FunderSection) -> [String] {
  let columns = chartedColumns(section)
  func absence(_ values: [ReleasedValue?]) -> String? {
    let marks = Set(values.compactMap(\.noNumber)).subtracting([.notApplicable])
    guard marks.contains(.secret) else { return nil }
    return marks.count == 1 ? "tous ses chiffres sont masqués (s)" : "ses chiffres sont masqués (s) ou absents (nd)"
  }
  guard isWorthDrawing(columns) else {
    guard let words = absence(columns.flatMap(\.values)) else { return [] }
    let isBare = columns.allSatisfy { !$0.hasNumbers }
    return ["Pas de graphique : \(words)\(isBare ? "" : ", sauf ceux qui sont nuls")."]
  }
  return columns.filter { !$0.hasNumbers }.compactMap { charted in
    absence(charted.values).map {
      "Le graphique ne montre pas « \(seriesName(charted.column.total, in: section)) » : \($0)."
    }
  }
}

private struct ChartedColumn {
  /// Among the section's columns.
  let position: Int
  let column: FunderSection.Column
  /// One a member.
  let values: [ReleasedValue?]

  var hasNumbers: Bool { values.contains { $0.noNumber == nil } }
}

private func chartedColumns(_ section: FunderSection) -> [ChartedColumn] {
  section.chart.indicators.flatMap { id in
    section.columns.enumerated().filter { $0.element.indicator.id == id }.map { position, column in
      ChartedColumn(
        position: position, column: column, values: section.members.map { column.cells[$0]?.released.released })
    }
  }
}

private func isWorthDrawing(_ columns: [ChartedColumn]) -> Bool {
  columns.flatMap(\.values).contains { $0.shownNumber.map { !$0.isZero } ?? false }
}

extension Funder.Chart {
  fileprivate var isStacked: Bool { if case .stacked = self { true } else { false } }

  /// A line between members would join what does not follow: it is drawn as bars.
  fileprivate var indicators: [String] {
    switch self {
    case .none: return []
    case .bar(let names), .line(let names), .stacked(let names): return names
    }
  }
}

/// So many that no bar that is there is labelled 0.
private func chartDecimals(_ columns: [FunderSection.Column], _ values: [Rational]) -> Int {
  let declared = columns.map(\.indicator.decimals).max() ?? 0
  return min(values.map { French.decimals(of: $0, atLeast: declared) }.max() ?? declared, 4)
}

/// By value, the largest first; a dimension with an order of its own keeps it. What has no number comes last.
private func memberOrder(_ section: FunderSection, by values: [Rational?]) -> [Int] {
  let indices = Array(section.members.indices)
  guard section.dimension == .association || section.dimension == .commune else { return indices }
  return indices.sorted { a, b in
    guard values[a] != values[b] else { return a < b }
    guard let x = values[a], let y = values[b] else { return values[a] != nil }
    return x > y
  }
}

/// The others as one bar, where they add up and all are known; else the title says that they are left out.
private func addOthers(
  _ rest: [Int], of columns: [FunderSection.Column], _ values: [[ReleasedValue?]], to chart: inout ReportChart
) {
  guard !rest.isEmpty else { return }
  let adds = columns.allSatisfy { [.postes, .ETP, .heures, .entrees, .sorties].contains($0.indicator.unit) }
  let known = values.map { series in rest.map { series[$0].shownNumber } }
  guard adds, !known.joined().contains(nil) else {
    chart.title += " (les \(shownMembers) premiers)"
    return
  }
  chart.categories.append("Autres (\(rest.count))")
  for index in chart.series.indices {
    chart.series[index].values.append(.shown(known[index].compactMap { $0 }.reduce(.zero, +)))
  }
}

private func seriesName(_ figure: FunderFigure, in section: FunderSection) -> String {
  section.commonPeriod == nil ? "\(figure.label), \(figure.period)" : figure.label
}

/// What the first of them comes to and how it moved: `61,9 ETP en mai 2022, 2,6 de plus qu’en avril`.
func chartTitle(_ totals: [FunderFigure], in report: FunderReport) -> String {
  guard let first = totals.first else { return "" }
  let words = FigureSentence(first, in: report.month)
  return sentence(words.level + words.change + words.firmness)
}

/// That of the total holds for every member that has none of its own.
private func targets(
  of column: FunderSection.Column, _ section: FunderSection, shown: [Int], total: Int
) -> [ReportChart.Series] {
  var values = shown.map { index in
    let own = column.cells[section.members[index]]
    return own?.aim ?? (column.indicator.unit == .percent ? column.total.target?.value : nil)
  }
  while values.count < total { values.append(nil) }
  guard let known = values.compactMap({ $0 }).first else { return [] }
  let isConstant = values.allSatisfy { $0 == known }
  let name =
    column.total.objective == nil && !column.cells.values.contains { $0.objective != nil } ? "cible" : "objectif"
  let number = briefNumber(known, decimals: column.indicator.decimals)
  return [
    .init(
      isConstant ? "▏\(name) : \(number) \(French.unit(column.indicator.unit, for: known))" : "▏\(name)",
      values.map { $0.map { .shown($0) } },
      colour: Palette.target, isTarget: true)
  ]
}
