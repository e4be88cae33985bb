import Domain

/// Évolution: the key figures month by month, each at its own horizon, all computed in this run, with how firm each month is and
/// what its own edition told otherwise.
func evolutionSheet(_ report: FunderReport) -> ReportSheet {
  let months = evolutionMonths(report.month)
  let rows = months.map { evolutionRow($0, in: report) }
  let isOtherwise = rows.contains { $0.last?.words != "–" }
  var table = ReportTable(
    "t_evolution",
    [.init("Mois", width: 16)]
      + report.headlines.map { figure in
        let header = evolutionHeader(figure, in: report)
        return .init(header, width: 17, isNumber: true)
      } + [.init("Statut", width: 13)] + (isOtherwise ? [.init("Publié autrement", width: 40)] : []),
    rows: isOtherwise ? rows : rows.map { $0.dropLast() })
  table.whenEmpty = "Aucun mois."
  let (first, last) = (months.first?.month.french ?? "", months.last?.month.french ?? "")
  var lines = [
    months.count > 1
      ? "Chiffres clés de \(first) à \(last), tous recalculés pour cette édition avec les données dont elle dispose."
      : "Chiffres clés : \(last) est le premier mois."
  ]
  if isOtherwise {
    lines.append(
      "« Publié autrement » : l'édition de ce mois, faite avec les données d'alors, donne d'autres chiffres.")
  }
  return ReportSheet(
    name: FixedSheet.evolution.rawValue, title: "Évolution sur \(months.count) mois",
    blocks: [
      ReportBlock(
        lines: lines + abbreviations(in: rows), table: table, charts: evolutionCharts(report.headlines, over: months),
        chartsAcross: 3)
    ], colour: Palette.axis(at: 3))
}

/// The month, its figures, the least firm of their statuses, and what was published otherwise.
private func evolutionRow(_ past: ReleasedFigures, in report: FunderReport) -> [ReportCell] {
  let month = report.month
  let otherwise = month.publishedOtherwise[past.month] ?? []
  let changed = report.headlines.filter { otherwise.contains($0.key) }.map { readerText($0.name) }
  let figures = report.headlines.compactMap { past[$0.key] }
  return [.text(past.month.french)]
    + report.headlines.map { figure in
      ReportCell(past[figure.key].released, figure.indicator, of: .figure(figure.key, past.month))
    } + [
      .text(statusWord(of: figures)),
      .text(changed.isEmpty ? "–" : changed.joined(separator: ", ")),
    ]
}

/// The least firm of those that have a number; `secret` where they have none because it is hidden.
private func statusWord(of figures: [ReleasedFigure]) -> String {
  let shown = figures.filter { $0.value != nil }.map(\.figure.status)
  return shown.max()?.french ?? (figures.contains(where: \.isHidden) ? "secret" : Status.M.french)
}

/// What each column counts in each of the months: `Emplois créés, depuis juillet 2021 (postes)`, `Entrées, depuis janvier`.
private func evolutionHeader(_ figure: FunderFigure, in report: FunderReport) -> String {
  let span: String
  switch figure.counted {
  case .month: span = "du mois"
  case .year: span = "cumul de l'année"
  case .since(let first): span = "depuis \(first.french)"
  case .estimate: span = "avec les emplois d'après le millésime"
  case .vintage: span = "dernier millésime"
  }
  return readerText("\(figure.name), \(span)\(figure.unitSuffix)")
}

/// The month's own figures stand last, whatever the history holds.
func evolutionMonths(_ month: ReportedMonth) -> [ReleasedFigures] {
  month.history.filter { $0.month < month.month } + [month.figures]
}
