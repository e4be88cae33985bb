import Domain

/// A section's chart: each indicator that it names, at every horizon it stands at; its target as one more series. The
/// whole is no bar: it would dwarf its parts.
func sectionChart(_ section: FunderSection, in report: FunderReport) -> ReportChart? {
  let (kind, ids): (ReportChart.Kind, [String])
  switch section.chart {
  case .none: return nil
  case .bar(let names): (kind, ids) = (.bar, names)
  case .stacked(let names): (kind, ids) = (.stacked, names)
  case .line(let names): (kind, ids) = (.line, names)
  }
  let columns = ids.flatMap { id in section.columns.enumerated().filter { $0.element.indicator.id == id } }
  guard !columns.isEmpty, !section.members.isEmpty else { return nil }
  let labels = distinctWords(columns.map { readerText($0.element.total.label) })
  let units = distinctWords(columns.map { $0.element.indicator.unit.french })
  var chart = ReportChart(
    kind: kind, title: "\(French.list(labels)), par \(section.dimension.label.fr.lowercased())",
    categoryName: section.dimension.label.fr,
    categories: section.members.map { memberName($0, of: section.dimension, in: report.programme) },
    series: columns.enumerated().map { index, column in
      .init(
        columnHeader(column.element.total, in: report), section.members.map { column.element.cells[$0]?.value },
        column: column.offset + 1, colour: Palette.axis(at: index))
    }, unit: units.joined(separator: ", "), decimals: columns.map { $0.element.indicator.decimals }.max() ?? 0)
  chart.series += targets(of: columns.map(\.element), section)
  return chart
}

/// One series for each different target. That of the total holds for every member that has none of its own.
private func targets(of columns: [FunderSection.Column], _ section: FunderSection) -> [ReportChart.Series] {
  var series: [ReportChart.Series] = []
  for column in columns {
    let values = section.members.map { (column.cells[$0]?.target ?? column.total.target)?.value }
    guard values.contains(where: { $0 != nil }), !series.contains(where: { $0.values == values }) else { continue }
    var name = "Cible : \(column.total.label)"
    if let first = values.first, let value = first, values.allSatisfy({ $0 == value }) {
      let decimals = value.isWhole ? 0 : column.indicator.decimals
      name += ", \(French.number(value, decimals: decimals, unit: column.indicator.unit))"
    }
    series.append(.init(readerText(name), values, colour: Palette.target, isTarget: true))
  }
  return series
}

/// Each word once, in order.
func distinctWords(_ words: [String]) -> [String] {
  var seen: Set<String> = []
  return words.filter { seen.insert($0).inserted }
}
