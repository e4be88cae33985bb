import Domain
import Pipeline

/// What a person reads after a run.
func describe(_ outcome: RunOutcome, _ month: Month, in reports: ReportsFolder) -> String {
  switch outcome {
  case .unchanged(let edition): return "\(month) inchangé (édition \(edition)) : \(reports.link(month))\n"
  case .leftClosed(let edition):
    return
      "\(month) clos, laissé comme il est (édition \(edition)) : ses données ou ses définitions ont changé ; bilan plan \(month) montre ce qui bouge\n"
  case .waiting(let files, let until):
    return "\(month) en attente de \(files.count) fichier\(files.count > 1 ? "s" : "") jusqu'au \(until.french) :\n"
      + files.map { "  \($0)\n" }.joined()
  case .published(let published): return describe(published, in: reports)
  }
}

private func describe(_ published: Published, in reports: ReportsFolder) -> String {
  let month = published.edition.month
  var text = "Édition \(published.edition) publiée : \(reports.link(month))\n"
  let funders = published.checked.definitions.funders
  let tables = funders.filter(\.isAggregator).map { "financeurs/\($0.id)-\(month).csv" }
  for file in published.files where file.hasSuffix(".xlsx") || tables.contains(file) { text += "  \(file)\n" }
  if let comparison = published.comparison, let predecessor = published.edition.predecessor {
    text +=
      "Elle remplace \(predecessor) (révision \(comparison.materiality.rawValue)) ; bilan diff \(month) montre ce qui bouge :\n"
    for funder in funders {
      let isFirst = comparison.firstReports.contains(funder.id)
      let words = isFirst ? funder.firstFile : comparison.revisions.filter { funder.shows($0.key) }.french
      text += "  \(funder.label.fr) : \(words)\n"
    }
    text += "Motif : \(published.edition.reason ?? "")\n"
  }
  let owed = published.checked.facts.deliveries.of(month).filter(\.isOwed)
  text +=
    "\(owed.filter { $0.outcome == .accepted }.count) fichiers acceptés sur \(owed.count) dus pour \(month.french)"
  let waived = owed.count { $0.outcome != .accepted && $0.waived != nil }
  if waived > 0 { text += " (\(waived) dispensé\(waived > 1 ? "s" : ""))" }
  let lacking = owed.filter(\.isLacking)
  text += lacking.isEmpty ? ".\n" : " ; manque :\n" + lacking.map { "  \($0.name)\n" }.joined()
  let refused = published.checked.found.of(month).filter { $0.severity <= .row && $0.month == month }
  if !refused.isEmpty {
    text +=
      "\(refused.count) constat\(refused.count > 1 ? "s" : "") à corriger (détail : bilan check \(month), et les lettres dans retours/).\n"
  }
  return text
}

extension Funder {
  /// What he gets for the first time.
  var firstFile: String { isAggregator ? "première table" : "premier rapport" }
}
