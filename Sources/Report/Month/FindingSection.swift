import Domain

/// How many findings the page lists; the letters have all of them.
private let listedFindings = 12

/// What somebody should look at: counted by gravity, the worst first. Places and rules, never a value.
func findingSection(_ month: ReportedMonth) -> [Markup] {
  let findings = month.findings.of(month.month)
  let earlier = month.findings.count - findings.count
  let worst = findings.filter { $0.severity != .note }.enumerated()
    .sorted { ($0.element.severity, $0.offset) < ($1.element.severity, $1.offset) }.map(\.element)
  return [
    tag("section", ["aria-labelledby": "alertes"]) {
      tag("h2", ["id": "alertes"]) { "Points à vérifier" }
      tag("p") { findingCounts(findings) }
      if !worst.isEmpty { tag("ol") { for finding in worst.prefix(listedFindings) { findingItem(finding, month) } } }
      if worst.count > listedFindings {
        tag("p") { "Et \(worst.count - listedFindings) de plus : les lettres aux associations les donnent tous." }
      }
      if earlier > 0 { tag("p", ["class": "soft"]) { earlierSentence(earlier) } }
    }
  ]
}

private func earlierSentence(_ count: Int) -> String {
  count < 2 ? "Un autre point tient à un mois antérieur." : "\(count) autres points tiennent à des mois antérieurs."
}

/// `1 ligne refusée, 2 à vérifier.`
private func findingCounts(_ findings: [Finding]) -> String {
  let words: [(Finding.Severity, one: String, many: String)] = [
    (.file, "fichier refusé", "fichiers refusés"), (.row, "cause de ligne refusée", "causes de lignes refusées"),
    (.warning, "point à vérifier", "points à vérifier"), (.note, "note", "notes"),
  ]
  let counts = words.compactMap { severity, one, many -> String? in
    let count = findings.count { $0.severity == severity }
    return count == 0 ? nil : "\(count)\(French.noBreakSpace)\(count < 2 ? one : many)"
  }
  return counts.isEmpty ? "Rien à signaler ce mois-ci." : French.list(counts) + "."
}

private func findingItem(_ finding: Finding, _ month: ReportedMonth) -> Markup {
  let association = finding.association.flatMap { month.definitions.programme.association($0)?.label }
  return tag("li") {
    tag("strong") { sentence(finding.severity.french) }
    association.map { " – \($0)" } ?? ""
    ", "
    tag("code") { Markup.verbatim(finding.file) }
    findingPlace(finding)
    " : \(finding.rule)"
  }
}

/// `, ligne 4, colonne H`
func findingPlace(_ finding: Finding) -> String {
  let lines = finding.line.map { Set(finding.otherLines + [finding.row ?? $0]) } ?? []
  let place = [lines.isEmpty ? nil : rowRanges(lines), finding.columnLetter.map { "colonne \($0)" }].compactMap { $0 }
  return place.map { ", " + $0 }.joined()
}
