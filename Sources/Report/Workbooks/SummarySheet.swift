import Domain

/// Synthèse: what a funder reads if they read one page.
func summarySheet(_ report: FunderReport) -> ReportSheet {
  let table = summaryTable(report)
  return ReportSheet(
    name: FixedSheet.summary.rawValue, title: report.funder.title.fr,
    blocks: [
      ReportBlock(
        lines: summaryLines(report) + abbreviations(in: table.rows), table: table,
        charts: [summaryChart(report)].compactMap { $0 })
    ], colour: Palette.axis(at: 0))
}

private func summaryLines(_ report: FunderReport) -> [String] {
  let month = report.month
  var edition = "\(report.funder.label.fr) – \(month.month.french) – édition \(month.edition), \(report.status)"
  if let predecessor = month.edition.predecessor { edition += ", révisée : elle remplace l'édition \(predecessor)" }
  var lines = [edition + "."]
  if month.edition.predecessor != nil { lines.append(revisionSentence(report)) }
  if !report.hasAgreement { lines.append("Sans convention : aucune convention avec ce financeur à cette date.") }
  if report.programme.isIllustrative { lines.append(illustrativeSentence) }
  lines.append("Remontées des associations : \(completenessWords(month)).")
  if let contact = report.funder.contact?.fr { lines.append("Contact : \(contact)") }
  if let legal = report.programme.legal?.fr { lines.append(legal) }
  return lines
}

/// What the revision comes to for this funder, and why there is one.
private func revisionSentence(_ report: FunderReport) -> String {
  let kind = report.month.edition.materiality.map { "Révision \($0.rawValue)" } ?? "Révision"
  let reason = report.month.edition.reason.map { " Motif : \($0)" } ?? ""
  return readerText("\(kind) : dans ce rapport, \(report.revisions.french) (feuille Révisions).\(reason)")
}

private func summaryTable(_ report: FunderReport) -> ReportTable {
  let periods = report.headlines.map { report.period($0.key.horizon) }
  let states = report.headlines.map(\.statusWords)
  var table = ReportTable(
    "t_chiffres_cles",
    [
      .init("Chiffre clé", width: width(for: report.headlines.map(\.label), atLeast: 24, atMost: 44)),
      .init("Période", width: width(for: periods, atLeast: 12, atMost: 22)),
      .init("Valeur", width: 11, isNumber: true), .init("Unité", width: 12),
      .init("Statut", width: width(for: states, atLeast: 12, atMost: 34)),
      .init("Base", width: 9, isNumber: true), .init("Écart à la base", width: 17, isNumber: true),
      .init("Cible", width: 9, isNumber: true), .init("Écart à la cible", width: 17, isNumber: true),
      .init("Sur un mois", width: 22),
    ], rows: report.headlines.map { summaryRow($0, in: report) })
  table.whenEmpty = "Ce rapport n’a pas de chiffre clé."
  return table
}

private func summaryRow(_ figure: FunderFigure, in report: FunderReport) -> [ReportCell] {
  let look = NumberLook(decimals: figure.indicator.decimals)
  func declared(_ benchmark: Benchmark?) -> ReportCell { benchmark.map { .number($0.value, look) } ?? .notApplicable }
  return [
    .text(readerText(figure.label)), .text(report.period(figure.key.horizon)), figure.cell,
    .text(figure.indicator.unit.french), .text(figure.statusWords),
    declared(figure.baseline), gapCell(figure, to: figure.baseline),
    declared(figure.target), gapCell(figure, to: figure.target), .text(trendWords(figure, in: report)),
  ]
}

/// Value minus benchmark, in the unit; in points for shares.
private func gapCell(_ figure: FunderFigure, to benchmark: Benchmark?) -> ReportCell {
  guard let benchmark else { return .notApplicable }
  guard let value = figure.value else { return ReportCell(figure.released.released, figure.indicator) }
  return differenceCell(value - benchmark.value, of: figure.indicator)
}

/// A difference with its sign and its unit, which agrees with the number as it is displayed.
func differenceCell(_ difference: Rational, of indicator: Indicator) -> ReportCell {
  let unit = French.unit(indicator.unit.ofDifference, for: difference.rounded(decimals: indicator.decimals))
  return .number(difference, NumberLook(decimals: indicator.decimals, isSigned: true, unit: unit))
}
