import Domain

/// Synthèse: what a funder reads if they read one page.
func summarySheet(_ report: FunderReport) -> ReportSheet {
  let table = summaryTable(report)
  var blocks = [
    ReportBlock(lines: summaryLines(report)),
    ReportBlock(
      heading: "À retenir", lines: takeaways(report).map { "• " + $0 }, charts: summaryCharts(report),
      chartsBeside: true),
    ReportBlock(table: table, notes: report.headlines.compactMap(commentNote)),
  ]
  if !report.objectives.isEmpty {
    var table = objectiveTable(report)
    table.drop(column: "Commentaire")
    let notes = report.objectives.filter { !report.headlines.map(\.key).contains($0.key) }.compactMap(commentNote)
    blocks.append(ReportBlock(lines: [""], table: table, notes: objectiveSources(report) + notes))
  }
  blocks.append(ReportBlock(lines: closingLines(report, under: table.rows)))
  return ReportSheet(
    name: FixedSheet.summary.rawValue, title: report.funder.title.fr, blocks: blocks, colour: Palette.axis(at: 0),
    isOnePage: true)
}

/// To whom, of when, how firm; what became of the edition before; what must be known before any number is.
func summaryLines(_ report: FunderReport) -> [String] {
  let month = report.month
  var edition = "\(report.funder.label.fr) – \(month.month.french) – édition \(month.edition), \(report.status)"
  if let predecessor = month.edition.predecessor, report.isRevision {
    edition += ", révisée : elle remplace l'édition \(predecessor)"
  }
  var lines = [edition + "."]
  if report.isRevision { lines.append(revisionSentence(report)) }
  var marks: [String] = []
  if !report.hasAgreement { marks.append("Sans convention : aucune convention avec ce financeur à cette date.") }
  if report.programme.isIllustrative { marks.append(illustrativeSentence) }
  if !marks.isEmpty { lines.append(marks.joined(separator: " ")) }
  return lines
}

/// What the revision comes to for this funder, and why there is one.
func revisionSentence(_ report: FunderReport) -> String {
  guard report.isTouched else {
    return "Ce rapport n'est pas touché par la révision\(report.hidesSome ? ", dans ce qu'il montre" : "")."
  }
  let kind = report.materiality.map { "Révision \($0.rawValue)" } ?? "Révision"
  let reason = report.month.edition.reason.map { " Motif : \($0)" } ?? ""
  return "\(kind) : dans ce rapport, \(changeWords(report)).\(reason)"
}

/// `7 chiffres changent, un objectif change`
func changeWords(_ report: FunderReport) -> String {
  let figures = report.revisions.isEmpty ? [] : [report.revisions.french]
  let subjects = Restatement.Subject.allCases.compactMap { subject -> String? in
    let count = report.restated.count { $0.subject == subject }
    guard count > 0 else { return nil }
    return count == 1 ? "\(subject.one) change" : "\(count) \(subject.name)s changent"
  }
  func moved(_ figures: [FunderFigure], _ one: String, _ many: String) -> [String] {
    figures.isEmpty ? [] : [figures.count == 1 ? "1 chiffre \(one)" : "\(figures.count) chiffres \(many)"]
  }
  let chosen =
    moved(report.concealed, "est masqué depuis", "sont masqués depuis")
    + moved(report.departures, "quitte ce rapport", "quittent ce rapport")
    + moved(report.arrivals, "y entre", "y entrent")
  let earlier = report.isTouchedEarlier ? ["des mois antérieurs sont corrigés (variations, évolution)"] : []
  return (figures + subjects + chosen + earlier).joined(separator: ", ")
}

/// When the next one comes, who answers, what the signs stand for.
private func closingLines(_ report: FunderReport, under rows: [[ReportCell]]) -> [String] {
  let next = report.month.month.advanced(by: 1)
  var lines = [
    "Prochain rapport : celui \(ofMonth(next)), après l'échéance des fichiers le \(frenchDay(dueDay(of: next, under: report.programme.rules)))."
      + (report.funder.contact.map { " Contact : \($0.fr)" } ?? "")
  ]
  if rows.joined().contains(where: { $0.words == "nc" }) {
    lines.append("nc : non comparable, d'autres fichiers manquent à l'un des deux mois.")
  }
  lines += abbreviations(in: rows.map { row in row.filter { $0.content != .notApplicable } })
  if let legal = report.programme.legal?.fr { lines.append(legal) }
  return lines
}

/// Columns that would hold no value in any row are left out.
private func summaryTable(_ report: FunderReport) -> ReportTable {
  let figures = report.headlines
  let hasBase = figures.contains { $0.baseline != nil }
  let hasAim = figures.contains { $0.aim != nil }
  let onMonth = figures.map { trendCell(report.month.release.trends[$0.key], $0, since: 1) }
  let onYear = figures.map { trendCell(report.month.release.yearTrends[$0.key], $0, since: 12) }
  func tells(_ cells: [ReportCell]) -> Bool { cells.contains { $0.words != "–" } }
  var columns: [ReportTable.Column] = [
    .init("Chiffre clé", width: width(for: figures.map(\.name), atLeast: 24, atMost: 50)),
    .init("Période", width: width(for: figures.map(\.period), atLeast: 12, atMost: 20)),
    .init("Valeur", width: 10, isNumber: true), .init("Unité", width: 10.5), .init("Statut", width: 12),
  ]
  if hasBase {
    columns += [.init("Base", width: 8, isNumber: true), .init("Écart à la base", width: 12, isNumber: true)]
  }
  if hasAim {
    columns += [
      .init("Cible ou objectif", width: 9, isNumber: true), .init("Écart à la cible", width: 12, isNumber: true),
    ]
  }
  if tells(onMonth) { columns.append(.init("Sur un mois", width: 12, isNumber: true)) }
  if tells(onYear) { columns.append(.init("Sur un an", width: 12, isNumber: true)) }
  var table = ReportTable(
    "t_chiffres_cles", columns,
    rows: figures.enumerated().map { index, figure in
      [
        .text(readerText(figure.name)), .text(figure.period), figure.cell, .text(figure.indicator.unit.french),
        .text(figure.statusWord),
      ]
        + (hasBase
          ? [declaredCell(figure.declaredBaseline, figure), gapCell(figure, to: figure.declaredBaseline)] : [])
        + (hasAim ? [declaredCell(figure.declaredAim, figure), gapCell(figure, to: figure.declaredAim)] : [])
        + (tells(onMonth) ? [onMonth[index]] : []) + (tells(onYear) ? [onYear[index]] : [])
    })
  table.whenEmpty = "Ce rapport n’a pas de chiffre clé."
  return table
}

/// Where each objective is written, those of one text together.
func objectiveSources(_ report: FunderReport) -> [String] {
  let sources = distinct(report.objectives.compactMap { $0.objective?.source })
  return sources.isEmpty ? [] : ["Source des objectifs : \(sources.joined(separator: " ; "))."]
}

/// What was agreed and what was done, with the part of the period that has passed: nothing is expected of that part.
func objectiveTable(_ report: FunderReport) -> ReportTable {
  let figures = report.objectives
  let hasComment = figures.contains { $0.comment != nil }
  return ReportTable(
    "t_objectifs",
    [
      .init("Objectif", width: 24), .init("Du – au", width: 20), .init("Prévu", width: 10, isNumber: true),
      .init("Unité", width: 10.5), .init("Nature", width: 12), .init("Réalisé", width: 8, isNumber: true),
      .init("Écart", width: 12, isNumber: true), .init("Écart en %", width: 9, isNumber: true),
      .init("Période écoulée", width: 12, isNumber: true),
    ] + (hasComment ? [.init("Commentaire", width: 34)] : []),
    rows: figures.compactMap { figure in
      figure.objective.map { objectiveRow(figure, $0, hasComment: hasComment, in: report.month.month) }
    })
}

private func objectiveRow(
  _ figure: FunderFigure, _ objective: Objective, hasComment: Bool, in month: Month
) -> [ReportCell] {
  let (share, declared) = (objective.gapShare(of: figure.value), DeclaredValue(objective))
  return [
    .text(readerText(figure.name)), .text(objective.periodWords), declaredCell(declared, figure),
    .text(figure.indicator.unit.french), .text(objective.kind.french), figure.cell,
    gapCell(figure, to: declared),
    share.map {
      .number($0, NumberLook(of: $0, decimals: 0, isSigned: true, unit: "%"))
        .from(.share(figure.origin, .declared(declared)))
    } ?? (objective.value.isZero ? .notApplicable : gapCell(figure, to: declared).from(nil)),
    .number(objective.elapsed(in: month) * Rational(100), NumberLook(decimals: 0, unit: "%")).from(.elapsed(declared)),
  ] + (hasComment ? [figure.comment.map { .text(readerText($0.text.fr)) } ?? .notApplicable] : [])
}

func declaredCell(_ declared: DeclaredValue?, _ figure: FunderFigure) -> ReportCell {
  guard let declared else { return .notApplicable }
  let value = declared.value
  let look = NumberLook(of: value, decimals: value.isWhole ? 0 : figure.indicator.decimals)
  return .number(value, look).from(.declared(declared))
}

/// Value minus benchmark, in the unit; in points for shares.
func gapCell(_ figure: FunderFigure, to benchmark: DeclaredValue?) -> ReportCell {
  guard let benchmark else { return .notApplicable }
  let origin = CellOrigin.difference(figure.origin, .declared(benchmark))
  guard let value = figure.value else { return ReportCell(figure.released.released, figure.indicator, of: origin) }
  return differenceCell(value - benchmark.value, of: figure.indicator).from(origin)
}

/// A movement as a number; `s` and `nd` where it may not be told; `–` where there is nothing to compare with.
func trendCell(_ trend: Trend?, _ figure: FunderFigure, since months: Int) -> ReportCell {
  let before = CellOrigin.figure(figure.key, figure.month.advanced(by: -months))
  let origin = CellOrigin.difference(figure.origin, before)
  switch trend ?? .unknown {
  case .newYear, .unknown: return .notApplicable
  case .incomparable: return .text("nc").from(origin)
  case .movement(.hidden): return ReportCell(.secret, of: origin)
  case .movement(.missing): return ReportCell(.missing, of: origin)
  case .movement(.shown(let movement)): return differenceCell(movement, of: figure.indicator).from(origin)
  }
}

/// A difference with its sign and its unit, which agrees with the number as it is displayed.
func differenceCell(_ difference: Rational, of indicator: Indicator) -> ReportCell {
  let unit = French.unit(indicator.unit.ofDifference, for: difference.rounded(decimals: indicator.decimals))
  return .number(difference, NumberLook(of: difference, decimals: indicator.decimals, isSigned: true, unit: unit))
}

extension Objective {
  /// In per cent of what was agreed, with the sign of the difference; nil of nothing.
  func gapShare(of figure: Rational?) -> Rational? {
    guard let figure, !value.isZero else { return nil }
    return (figure - value) / value.magnitude * Rational(100)
  }

  /// `07/2021 – 12/2022`
  var periodWords: String { "\(period.lowerBound.numeric) – \(period.upperBound.numeric)" }
}

extension Month {
  /// `05/2022`
  var numeric: String { "\(number < 10 ? "0" : "")\(number)/\(year)" }
}
