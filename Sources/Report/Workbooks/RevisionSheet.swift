import Domain

/// Révisions: which figures of this report are not what the edition before said, and why.
func revisionSheet(_ report: FunderReport) -> ReportSheet {
  let edition = report.month.edition
  let revised = report.revisions.forReading.compactMap { revision in
    report.figure(of: revision.key).map { ($0, revision) }
  }
  let kind = edition.materiality.map { " (révision \($0.rawValue))" } ?? ""
  var lines = ["L'édition \(edition) remplace l'édition \(edition.predecessor ?? "précédente")\(kind)."]
  if let reason = edition.reason { lines.append("Motif : \(reason)") }
  if !edition.causes.isEmpty {
    lines.append("Ce qui a changé : \(French.list(edition.causes.map(\.french))).")
  }
  if !revised.isEmpty { lines.append("Dans ce rapport : \(revised.map(\.1).french).") }
  let rows = revised.map { revisionCells($0, $1, in: report) }
  lines += abbreviations(in: rows)
  var table = ReportTable(
    "t_revisions",
    [
      .init("Chiffre", width: 32), .init("Ventilation", width: 28), .init("Période", width: 20),
      .init("Ancienne valeur", width: 12, isNumber: true), .init("Nouvelle valeur", width: 12, isNumber: true),
      .init("Écart", width: 15, isNumber: true), .init("Statut", width: 20), .init("Cause", width: 20),
      .init("Détail", width: 40),
    ], rows: rows)
  table.whenEmpty = "Aucun chiffre de ce rapport n’a changé."
  return ReportSheet(
    name: FixedSheet.revisions.rawValue, title: "Révisions", blocks: [ReportBlock(lines: lines, table: table)],
    colour: Palette.axis(at: 1))
}

private func revisionCells(_ figure: FunderFigure, _ revision: ReleasedRevision, in report: FunderReport)
  -> [ReportCell]
{
  let place = cellLabel(figure.key.cell, in: report.programme)
  return [
    .text(readerText(figure.label)), .text(place.isEmpty ? "ensemble" : readerText(place)),
    .text(report.period(figure.key.horizon)), ReportCell(revision.old, figure.indicator), figure.cell,
    // A status that changes alone is listed without a difference.
    revision.difference.map { differenceCell($0, of: figure.indicator) } ?? .notApplicable,
    .text(revisedStatus(revision)),
    .text(revision.steps.causes.map(\.french).joined(separator: ", ")),
    revision.steps.isEmpty ? .notApplicable : .text(readerText(revision.steps.french)),
  ]
}

/// `provisoire → définitif`
private func revisedStatus(_ revision: ReleasedRevision) -> String {
  func words(_ status: Status?) -> String { status?.french ?? "absent" }
  return revision.oldStatus == revision.newStatus
    ? words(revision.newStatus) : "\(words(revision.oldStatus)) → \(words(revision.newStatus))"
}
