import Domain

/// Évolution: the key figures month by month, all computed in this run.
///
/// Each stands at the month's own figure, else since the programme's start: a year to date makes a saw.
func evolutionSheet(_ report: FunderReport) -> ReportSheet {
  let columns = report.headlines.map { EvolutionColumn($0, in: report) }
  let months = evolutionMonths(report.month)
  // Only where something that stands here differs.
  let otherwise = Set(months.map(\.month)).filter { month in
    report.month.publishedOtherwise[month].map { keys in columns.contains { keys.contains($0.key) } } ?? false
  }
  let rows = months.map { month in
    [ReportCell.text(month.month.french + (otherwise.contains(month.month) ? " *" : ""))]
      + columns.map { column in
        let isPresent = month.month == report.month.month
        return valueCell(
          of: month[column.key.indicator, column.key.horizon], column.figure.indicator,
          key: isPresent ? column.key : nil)
      }
  }
  var table = ReportTable(
    "t_evolution",
    [.init("Mois", width: 18)]
      + columns.map { .init($0.header, width: $0.header.count > 60 ? 20 : 17, isNumber: true) },
    rows: rows)
  table.whenEmpty = "Aucun mois."
  let first = months.first?.month.french ?? ""
  let last = months.last?.month.french ?? ""
  let sentence =
    "Chiffres clés de \(first) à \(last), tous recalculés pour cette édition avec les données dont elle dispose."
  return ReportSheet(
    name: FixedSheet.evolution.rawValue, title: "Évolution sur \(months.count) mois",
    blocks: [
      ReportBlock(
        lines: [months.count > 1 ? sentence : "Chiffres clés de \(last)."]
          + otherwiseSentence(otherwise) + abbreviations(in: rows), table: table,
        charts: evolutionCharts(columns, over: months), chartsAcross: 2)
    ], colour: Palette.axis(at: 3))
}

private func otherwiseSentence(_ months: Set<Month>) -> [String] {
  months.isEmpty
    ? []
    : [
      "* Publié autrement : l'édition de ce mois, faite avec les données d'alors, donne d'autres chiffres que ceux d'ici."
    ]
}

/// A key figure through the months.
struct EvolutionColumn {
  let figure: FunderFigure
  let key: Figures.Key
  let header: String

  init(_ figure: FunderFigure, in report: FunderReport) {
    let horizon = [.mois, .programme].first(where: figure.indicator.horizons.contains) ?? figure.key.horizon
    self.figure = figure
    key = Figures.Key(figure.indicator.id, horizon)
    let period: String
    switch horizon {
    case .mois: period = "du mois"
    case .annee: period = "depuis janvier"
    case .programme: period = "depuis \(report.programme.start.french)"
    }
    header = readerText("\(figure.label), \(period) (\(figure.indicator.unit.french))")
  }

  func values(_ months: [ReleasedFigures]) -> [Rational?] { months.map { $0[key.indicator, key.horizon]?.value } }
}

/// The month's own figures stand last, whatever the history holds.
private func evolutionMonths(_ month: ReportedMonth) -> [ReleasedFigures] {
  month.history.filter { $0.month < month.month } + [month.figures]
}
