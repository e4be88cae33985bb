import Domain

/// Synthèse's chart: the ESS share against its base and the region, where the report is about it; else the rates that
/// have a target; else none.
func summaryChart(_ report: FunderReport) -> ReportChart? { shareChart(report) ?? rateChart(report) }

/// The catalogue's names for the share of ESS jobs: what the letter's 9 % is about.
private let shares = ["part_ess_reference", "part_ess_estimee", "part_ess_region"]

private func shareChart(_ report: FunderReport) -> ReportChart? {
  guard report.figures.contains(where: { shares.contains($0.key.indicator) }) else { return nil }
  let figures = shares.compactMap { id in
    report.month.definitions.catalogue[id].flatMap { indicator in
      indicator.horizons.max().map { FunderFigure(indicator, $0, for: report.funder, in: report.month) }
    }
  }
  // Among figures of other territories, or of none, there is nothing to be read.
  guard let own = figures.first(where: { $0.value != nil }) else { return nil }
  let region = figures.last { $0.key.indicator == "part_ess_region" }
  var title = "Part de l'ESS dans l'emploi : \(said(own))"
  if let region, region.value != nil, region.key != own.key { title += ", contre \(said(region)) en région" }
  var chart = ReportChart(
    kind: .bar, title: title, categoryName: "Part de l'ESS", categories: figures.map { readerText($0.label) },
    series: [.init("Part de l'ESS (%)", figures.map(\.value), colour: Palette.axis(at: 0))], unit: "%",
    decimals: figures.map(\.indicator.decimals).max() ?? 1)
  if let base = figures.compactMap(\.baseline).first?.value {
    let name = "Base : \(French.number(base, decimals: base.isWhole ? 0 : 1, unit: .percent))"
    chart.series.append(
      .init(name, figures.map { _ in base }, colour: Palette.baseline, isTarget: true))
  }
  return chart
}

private func rateChart(_ report: FunderReport) -> ReportChart? {
  let rates = report.headlines.filter { $0.indicator.unit == .percent && $0.target != nil && $0.value != nil }
  guard rates.count > 1 else { return nil }
  return ReportChart(
    kind: .bar, title: "Taux atteints et cibles", categoryName: "Taux", categories: rates.map { readerText($0.label) },
    series: [
      .init("Valeur (%)", rates.map(\.value), colour: Palette.axis(at: 0)),
      .init("Cible (%)", rates.map { $0.target?.value }, colour: Palette.target, isTarget: true),
    ], unit: "%", decimals: rates.map(\.indicator.decimals).max() ?? 1)
}

private func said(_ figure: FunderFigure) -> String {
  figure.value.map { French.number($0, decimals: $0.isWhole ? 0 : figure.indicator.decimals, unit: .percent) } ?? "nd"
}
