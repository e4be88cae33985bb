import Domain

/// interne/compte-rendu-<funder>.md: the table "results against objectives" of a compte rendu, ready to paste. nil where nothing was
/// agreed for the month.
func compteRendu(_ report: FunderReport) -> String? {
  guard !report.objectives.isEmpty else { return nil }
  let table = objectiveTable(report)
  func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
  let rows = table.rows.map { row in
    line(
      row.map { markdown($0.shown) })
  }
  var lines = [
    "## Résultats et objectifs : \(markdown(report.funder.label.fr)), \(report.month.month.french)", "",
    "Édition \(report.month.edition), \(report.editionStatus).", "",
    line(table.columns.map { markdown($0.header) }),
    line(table.columns.map { $0.isNumber ? "---:" : "---" }),
  ]
  lines += rows + [""]
  lines += report.objectives.compactMap { figure in
    figure.objective.map { "- \(markdown(figure.name)), \(figure.period) : \(markdown($0.source))." }
  }
  if report.programme.isIllustrative { lines += ["", "*\(illustrativeSentence)*"] }
  return typeset(lines.joined(separator: "\n")) + "\n"
}
