import Domain

/// Révisions: which figures of this report, and what they are read against, are not what the edition before said, and why.
func revisionSheet(_ report: FunderReport) -> ReportSheet {
  let edition = report.month.edition
  let revised = report.revisions.forReading.compactMap { revision in
    report.figure(of: revision.key).map { ($0, revision) }
  }
  let kind = report.materiality.map { " (révision \($0.rawValue))" } ?? ""
  var lines = ["L'édition \(edition) remplace l'édition \(edition.predecessor ?? "précédente")\(kind)."]
  if let reason = edition.reason { lines.append("Motif : \(reason)") }
  if !edition.causes.isEmpty {
    lines.append("Ce qui a changé : \(French.list(edition.causes.map(\.french))).")
  }
  lines.append(report.isTouched ? "Dans ce rapport : \(changeWords(report))." : "Ce rapport n'est pas touché.")
  if report.hidesSome {
    lines.append("Ce que couvre le secret statistique n'est pas comparé d'une édition à l'autre.")
  }
  let rows =
    revised.map { revisionCells($0, $1, in: report) } + report.restated.map(restatementCells)
    + report.concealed.map(concealedCells) + report.departures.map { choiceCells($0, "quitte ce rapport") }
    + report.arrivals.map { choiceCells($0, "entre dans ce rapport") }
  lines += abbreviations(in: rows)
  var table = ReportTable(
    "t_revisions",
    [
      .init("Chiffre", width: 32), .init("Ventilation", width: 28), .init("Période", width: 20),
      .init("Ancienne valeur", width: 12, isNumber: true), .init("Nouvelle valeur", width: 12, isNumber: true),
      .init("Écart", width: 15, isNumber: true), .init("Statut", width: 20), .init("Cause", width: 20),
      .init("Détail", width: 40),
    ], rows: rows)
  table.whenEmpty = report.isTouched ? "Aucun chiffre du mois ne change." : "Ce rapport n’est pas touché."
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
    .text(figure.period),
    revision.isNew ? .notApplicable : ReportCell(revision.old, figure.indicator, of: .before(figure.key)),
    revision.isGone ? .notApplicable : figure.cell,
    // A status that changes alone is listed without a difference.
    revision.difference.map {
      differenceCell($0, of: figure.indicator).from(.difference(figure.origin, .before(figure.key)))
    } ?? .notApplicable,
    .text(revisedStatus(revision)),
    .text(revision.steps.causes.map(\.french).joined(separator: ", ")),
    revision.steps.isEmpty ? .notApplicable : .text(readerText(revision.steps.french)),
  ]
}

/// A base, a target, an objective or a comment that is not what it was: no figure moved.
private func restatementCells(_ restatement: Restatement) -> [ReportCell] {
  let figure = restatement.figure
  return [
    .text(readerText("\(figure.label) – \(restatement.subject.name)")),
    .text(figure.place.isEmpty ? "ensemble" : readerText(figure.place)), .text(figure.period),
    restatement.old ?? .notApplicable, restatement.new ?? .notApplicable,
    restatement.difference.map { differenceCell($0, of: figure.indicator).from(restatement.origin) } ?? .notApplicable,
    .notApplicable, .text(restatement.subject.cause),
    restatement.source.isEmpty ? .notApplicable : .text(readerText(restatement.source)),
  ]
}

/// A figure that was shown, and is hidden since: neither value, nor whether it is another.
private func concealedCells(_ figure: FunderFigure) -> [ReportCell] {
  let secret = ReportCell(.secret, of: figure.origin)
  return [
    .text(readerText(figure.label)), .text(figure.place.isEmpty ? "ensemble" : readerText(figure.place)),
    .text(figure.period), secret.from(.before(figure.key)), secret, .notApplicable, .text("masqué depuis"),
    .text(NoNumber.secret.french),
    .text("montré, il dirait un petit nombre de personnes, seul ou avec d'autres"),
  ]
}

/// A figure that a report has no more, or for the first time: it may be the same as ever.
private func choiceCells(_ figure: FunderFigure, _ words: String) -> [ReportCell] {
  [
    .text(readerText(figure.label)), .text(figure.place.isEmpty ? "ensemble" : readerText(figure.place)),
    .text(figure.period), .notApplicable, .notApplicable, .notApplicable, .text(words), .text("présentation"),
    .notApplicable,
  ]
}

extension Restatement.Subject {
  fileprivate var cause: String { self == .comment ? "présentation" : "objectif" }
}

/// `provisoire → définitif`
private func revisedStatus(_ revision: ReleasedRevision) -> String {
  guard let old = revision.oldStatus?.french, let new = revision.newStatus?.french else {
    return revision.presence ?? ""
  }
  if let presence = revision.presence { return "\(new) ; \(presence)" }
  return old == new ? new : "\(old) → \(new)"
}

extension ReleasedRevision {
  /// What a difference of two numbers does not say; nil where it says it all.
  var presence: String? {
    if isGone { return "n’est plus dans le rapport" }
    if isNew { return "n’y était pas" }
    return changesPartsAlone ? "même valeur, d’autres parts" : nil
  }
}
