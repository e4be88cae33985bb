import Domain
import Pipeline

/// What was found, for a person at a terminal: by severity, then by cause, with the places of each.
func describe(_ checked: CheckedMonth) -> String {
  let deliveries = checked.facts.deliveries
  let owed = deliveries.filter { $0.isOwed && $0.month == checked.month }
  var text =
    "\(checked.month.french) : \(owed.filter { $0.outcome == .accepted }.count) fichiers acceptés sur \(owed.count) dus.\n"
  for delivery in deliveries where delivery.isAwaited {
    text += "  non reçu : \(delivery.name)\n"
  }
  for severity in Finding.Severity.allCases {
    let findings = checked.findings.filter { $0.severity == severity }
    guard !findings.isEmpty else { continue }
    // What asks for nothing is said of this month alone.
    let shown = severity == .note ? findings.filter { $0.month == checked.month } : findings
    text += "\n\(severity.french) (\(shown.count))\n"
    for cause in causes(shown) { text += describe(cause) }
    if shown.count < findings.count {
      text += "  … et \(findings.count - shown.count) sur les mois précédents (--format csv les liste)\n"
    }
  }
  if checked.findings.isEmpty { text += "Rien à signaler.\n" }
  return text + describeComments(checked) + describePlaceholders(checked)
}

/// Free text that leaves the house with the month's reports: somebody should have read it.
private func describeComments(_ checked: CheckedMonth) -> String {
  let comments = checked.comments
  guard !comments.isEmpty else { return "" }
  return "\ncommentaires pour les financeurs (\(comments.count))\n"
    + comments.map { "  \($0.funder), \($0.comment.key.indicator) : \($0.comment.text.fr)\n" }.joined()
}

/// Findings of one cause: same file, code, column, rule.
private func causes(_ findings: [Finding]) -> [[Finding]] {
  struct Key: Hashable {
    let file: String, code: String, column: Int?, rule: String
  }
  var groups: [[Finding]] = []
  var positions: [Key: Int] = [:]
  for finding in findings {
    let key = Key(file: finding.file, code: finding.code, column: finding.column, rule: finding.rule)
    if let position = positions[key] {
      groups[position].append(finding)
    } else {
      positions[key] = groups.count
      groups.append([finding])
    }
  }
  return groups
}

private func describe(_ cause: [Finding]) -> String {
  let first = cause[0]
  let lines = cause.flatMap { [$0.line].compactMap { $0 } + $0.otherLines }
  var place = first.file
  if let line = lines.first { place += ":\(line)" }
  if let letter = first.columnLetter { place += ", colonne \(letter)" + (first.header.map { " « \($0) »" } ?? "") }
  var text = "  \(place) : \(first.rule) [\(first.code)]\n"
  if first.severity != .note { text += "    → \(first.remedy)\n" }
  if lines.count > 1 {
    let shown = lines.prefix(12).map(String.init).joined(separator: ", ")
    text += "    \(lines.count) lignes : \(shown)\(lines.count > 12 ? "…" : "")\n"
  }
  return text
}
