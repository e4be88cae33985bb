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
  let highlights = report.month.definitions.highlights
  let named: [(String, Indicator?)] = [
    ("Territoire", highlights.share), ("Avec le PTCE", highlights.estimatedShare), ("Région", highlights.comparedShare),
  ]
  let shares = named.compactMap { name, indicator in
    indicator.flatMap { indicator in
      indicator.horizons.max().map {
        (name, FunderFigure(indicator, Figures.Key(indicator.id, $0), for: report.funder, in: report.month))
      }
    }
  }
  guard report.showsShares else { return nil }
  // Among figures of other territories, or of none, there is nothing to be read.
  guard let own = shares.first(where: { $0.0 != "Région" && $0.1.value != nil }) else { return nil }
  var title = "L'ESS dans l'emploi : \(said(own.1))"
  if let region = shares.last, region.0 == "Région", region.1.value != nil {
    title += ", contre \(said(region.1)) en région"
  }
  var chart = ReportChart(
    kind: .bar, title: title, categoryName: "Part de l'ESS", categories: shares.map(\.0),
    series: [.init("Part de l'ESS (%)", shares.map(\.1.value), colour: Palette.axis(at: 0))], unit: "%",
    decimals: shares.map(\.1.indicator.decimals).max() ?? 1)
  if let base = shares.compactMap(\.1.baseline).first?.value {
    let name = "▏base : \(briefNumber(base, decimals: 1))\(French.noBreakSpace)%"
    chart.series.append(.init(name, shares.map { _ in base }, colour: Palette.target, isTarget: true))
  }
  return chart
}

private func said(_ figure: FunderFigure) -> String {
  figure.value.map { "\(briefNumber($0, decimals: figure.indicator.decimals))\(French.noBreakSpace)%" } ?? "nd"
}

extension FunderReport {
  /// Whether it is about the share of ESS jobs at all.
  var showsShares: Bool {
    let highlights = month.definitions.highlights
    let ids = [highlights.share, highlights.estimatedShare, highlights.comparedShare].compactMap { $0?.id }
    return figures.contains { ids.contains($0.key.indicator) }
  }
}
