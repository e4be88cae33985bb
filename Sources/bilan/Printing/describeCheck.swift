import Domain
import Pipeline

/// What was found, for a person at a terminal: of the month's files (and of the registers in use) by severity, then by cause, with
/// the places of each; of older months one line a file. `isComplete`: older months like the month itself.
func describe(_ checked: CheckedMonth, isComplete: Bool) -> String {
  let deliveries = checked.facts.deliveries
  let owed = deliveries.of(checked.month).filter(\.isOwed)
  var text =
    "\(checked.month.french) : \(owed.filter { $0.outcome == .accepted }.count) fichiers acceptés sur \(owed.count) dus.\n"
  for delivery in deliveries.open where delivery.isAwaited {
    // A file that holds many months is called the same in all of them.
    let month = delivery.expectedName == nil ? "" : " (\(delivery.month.french))"
    text += "  non reçu : \(delivery.name)\(month)\n"
  }
  let (current, older) = parted(checked, isComplete)
  for severity in Finding.Severity.allCases {
    let findings = current.filter { $0.severity == severity }
    guard !findings.isEmpty else { continue }
    text += "\n\(severity.french) (\(findings.count))\n"
    for cause in causes(findings) { text += describe(cause) }
  }
  if current.isEmpty && older.isEmpty && checked.placeholders.isEmpty { text += "Rien à signaler.\n" }
  return text + describeOlder(older) + describeComments(checked) + describePlaceholders(checked)
}

/// What is told of the month, and of older months what is more than a note.
private func parted(_ checked: CheckedMonth, _ isComplete: Bool) -> (current: [Finding], older: [Finding]) {
  let (findings, isInUse) = (checked.findings, checked.isInUse)
  if isComplete { return (findings, []) }
  var (current, older): ([Finding], [Finding]) = ([], [])
  for finding in findings {
    if isInUse(finding) { current.append(finding) } else if finding.severity != .note { older.append(finding) }
  }
  return (current, older)
}

/// One line a file: code and remedy of its worst finding, of several the first, and how many there are.
private func describeOlder(_ findings: [Finding]) -> String {
  guard !findings.isEmpty else { return "" }
  // By file, in the order in which they are met: the worst of its findings, and how many it has.
  var files: [(file: String, worst: Int, count: Int)] = []
  var places: [String: Int] = [:]
  for (index, finding) in findings.enumerated() {
    // Mostly a file's stand side by side.
    guard let place = files.last?.file == finding.file ? files.count - 1 : places[finding.file] else {
      places[finding.file] = files.count
      files.append((finding.file, index, 1))
      continue
    }
    files[place].count += 1
    if finding.severity < findings[files[place].worst].severity { files[place].worst = index }
  }
  return "\nmois antérieurs (\(files.count) fichier\(files.count > 1 ? "s" : "") ; --all montre tout)\n"
    + files.map { file in
      let worst = findings[file.worst]
      let count = file.count > 1 ? " ; \(file.count) constats" : ""
      return "  \(file.file) : \(worst.severity.french) [\(worst.code)] → \(worst.remedy)\(count)\n"
    }.joined()
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
