import Domain

/// Complétude: what became of the month's files, association by association; then what is missing since the start, in one line each,
/// as it keeps figures provisional; and which figures a column filled in part makes partial.
func deliverySheet(_ report: FunderReport) -> ReportSheet {
  let month = report.month
  var blocks = [
    ReportBlock(
      lines: ["Pour \(month.month.french) : \(completenessWords(month))."], table: deliveryTable(report),
      notes: [
        "Une ligne peut être une personne : un nombre de lignes de 1 à \(report.programme.confidentiality.personsThreshold - 1), ou qui ferait deviner un effectif masqué, n'est pas donné."
      ])
  ]
  let lacking = lackingTable(report)
  if !lacking.rows.isEmpty {
    blocks.append(ReportBlock(heading: "Manque depuis le début du programme", table: lacking))
  }
  let partial = partialTable(report)
  if !partial.rows.isEmpty { blocks.append(ReportBlock(heading: "Colonnes remplies en partie", table: partial)) }
  return ReportSheet(
    name: FixedSheet.deliveries.rawValue, title: "Complétude des remontées", blocks: blocks, colour: Palette.neutral)
}

/// Associations by kinds of file.
private func deliveryTable(_ report: FunderReport) -> ReportTable {
  let (month, programme) = (report.month, report.programme)
  let current = month.deliveries.of(month.month).filter { $0.isOwed || $0.outcome != .absent }
  let kinds = ExportKind.allCases.filter { kind in current.contains { $0.kind == kind } }
  let ids = distinct(current.map(\.association))
  let files = current.byAssociation
  let threshold = programme.confidentiality.personsThreshold
  let figures = month.figuresByAssociation
  var table = ReportTable(
    "t_completude",
    [.init("Association", width: width(for: ids.map(programme.label), atLeast: 18, atMost: 70))]
      + kinds.map { .init($0.frenchLabel, width: 34) },
    rows: ids.map { id in
      [.text(readerText(programme.label(of: id)))]
        + kinds.map { kind in
          files[id]?.first { $0.kind == kind }
            .map {
              .text(
                readerText(
                  deliveryWords(
                    $0, hidingBelow: threshold, hidesRows: month.hidesRows(of: $0, behind: figures[id] ?? []))))
            } ?? .notApplicable
        }
    })
  table.whenEmpty = "Aucun fichier n’était attendu."
  return table
}

/// One line an association: which files of which earlier months are owed and not accepted.
private func lackingTable(_ report: FunderReport) -> ReportTable {
  let month = report.month
  let lacking = month.deliveries.lacking.byAssociation
  let ids = report.programme.associations.map(\.id).filter { id in
    lacking[id]?.contains { $0.month < month.month } ?? false
  }
  return ReportTable(
    "t_manques",
    [
      .init("Association", width: width(for: ids.map(report.programme.label), atLeast: 18, atMost: 70)),
      .init("Fichiers", width: 34),
    ],
    rows: ids.map { id in
      // Whoever lacks earlier months has the month itself named with them.
      [.text(readerText(report.programme.label(of: id))), .text(readerText(lackingWords(lacking[id] ?? [])))]
    })
}

/// `mars 2021, juin à août 2021`: three months or more in a run are said by their ends.
func monthSpans(_ months: [Month]) -> String {
  months.runs.flatMap { run -> [String] in
    if run.count < 3 { return run.map(\.french) }
    let first =
      run.lowerBound.year == run.upperBound.year
      ? Month.frenchNames[run.lowerBound.number - 1] : run.lowerBound.french
    return ["\(first) à \(run.upperBound.french)"]
  }.joined(separator: ", ")
}

/// The report's figures that rest on a column filled for some of what they count.
private func partialTable(_ report: FunderReport) -> ReportTable {
  let partial = report.figures.filter { $0.status == .U || $0.released?.figure.answers != nil }
    .filter { !$0.isHidden && ($0.key.cell == .total || report.headlines.map(\.key).contains($0.key)) }
  return ReportTable(
    "t_partiels", [.init("Chiffre", width: 30), .init("Rempli", width: 34), .init("Période", width: 34)],
    rows: partial.map { figure in
      [
        .text(readerText(figure.name)), .text(figure.released?.figure.answers?.french ?? "en partie"),
        .text(figure.period),
      ]
    })
}
