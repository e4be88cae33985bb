import Domain

/// Synthèse's charts: the ESS share against its base, where the report is about it; and the first section's.
func summaryCharts(_ report: FunderReport) -> [ReportChart] {
  let charts = [shareChart(report), report.sections.lazy.compactMap { sectionChart($0, in: report) }.first]
  // Beside the sentences there is no room for many bars.
  return charts.compactMap { $0 }.filter {
    $0.categories.count <= 8 && $0.categories.count * ($0.kind == .stacked ? 1 : $0.series.count) <= 18
  }.map { chart in
    var chart = chart
    chart.isSmall = true
    // On one line each: the table has the whole names.
    chart.shortNames = chart.categories.map { shortened($0, to: 26) }
    for index in chart.series.indices { chart.series[index].column = nil }
    return chart
  }
}

private func shareChart(_ report: FunderReport) -> ReportChart? {
  let shares = ShareFigures(report.month, for: report.funder)
  // Among figures of other territories, or of none, there is nothing to be read.
  guard report.showsShares,
    let own = [shares.own, shares.estimate].compactMap({ $0 }).first(where: { $0.value != nil })
  else { return nil }
  var title = "L'ESS dans l'emploi : \(said(own))"
  if let region = shares.compared, region.value != nil { title += ", contre \(said(region)) en région" }
  let figures = shares.named.map(\.figure)
  var chart = ReportChart(
    kind: .bar, title: title, categoryName: "Part de l'ESS", categories: shares.named.map(\.name),
    series: [.init("Part de l'ESS (%)", figures.map(\.released.released), colour: Palette.axis(at: 0))], unit: "%",
    decimals: figures.map(\.indicator.decimals).max() ?? 1)
  if let base = figures.compactMap(\.baseline).first?.value {
    let name = "▏base : \(briefNumber(base, decimals: 1))\(French.noBreakSpace)%"
    chart.series.append(.init(name, figures.map { _ in .shown(base) }, colour: Palette.target, isTarget: true))
  }
  return chart
}

private func said(_ figure: FunderFigure) -> String {
  figure.value.map { "\(briefNumber($0, decimals: figure.indicator.decimals))\(French.noBreakSpace)%" } ?? "nd"
}

extension FunderReport {
  /// Whether it is about the share of ESS jobs at all.
  var showsShares: Bool {
    let shares = Set(ShareFigures(month, for: funder).named.map(\.figure.indicator.id))
    return figures.contains { shares.contains($0.key.indicator) }
  }
}
