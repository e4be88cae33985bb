import CSV
import Domain
import PlainText

/// retours/<association>-<month>.csv: the letter's faults, one a line, to sort and tick off. For a French spreadsheet:
/// `;`, byte-order mark, CRLF.
package func letterTable(_ letter: Letter) -> [UInt8] {
  var table = CSVText(separator: ";", lineEnd: "\r\n", byteOrderMark: true)
  table.append([
    "fichier", "code", "gravité", "ligne", "ligne_tableur", "colonne", "en_tete", "règle", "remède", "effet",
  ])
  var rules = Repeated { inertCell(typeset(forAssociation($0))) }
  var remedies = rules
  for fault in findingGroups(in: letter.findings) {
    for index in fault.findings {
      let finding = letter.findings[index]
      let cost = letter.costs.filter { $0.findings.contains(index) }.map { costText($0, letter) }
      for place in places(of: finding) {
        table.append(
          row(
            finding, place, rule: rules.text(finding.rule), remedy: remedies.text(finding.remedy),
            cost: French.list(cost)))
      }
    }
  }
  return table.bytes
}

/// What becomes of texts, one after the other, of which most are that of the row before: a letter has thousands of rows.
private struct Repeated {
  let make: (String) -> String
  private var last: (from: String, to: String)?

  init(_ make: @escaping (String) -> String) { self.make = make }

  mutating func text(_ text: String) -> String {
    if let last, last.from == text { return last.to }
    let made = make(text)
    last = (text, made)
    return made
  }
}

/// Physical line and spreadsheet row; the row of another line is known only where the two count alike.
private func places(of finding: Finding) -> [(line: String, row: String)] {
  let countsAlike = finding.row != nil && finding.row == finding.line
  let own = (finding.line.map(String.init) ?? "", finding.row.map(String.init) ?? "")
  return [own] + finding.otherLines.map { (String($0), countsAlike ? String($0) : "") }
}

private func row(
  _ finding: Finding, _ place: (line: String, row: String), rule: String, remedy: String, cost: String
) -> [String] {
  [
    inertCell(fileName(finding.file)), finding.code, finding.severity.french, place.line, place.row,
    finding.columnLetter ?? "", inertCell(finding.header ?? ""), rule, remedy, inertCell(typeset(cost)),
  ]
}

/// An cost of several findings together says so: its number stands on each of their lines.
private func costText(_ cost: RefusalCost, _ letter: Letter) -> String {
  let count = cost.findings.count
  guard case .differences(let all) = cost.cost, !all.isEmpty else { return cost.french }
  return count > 1 ? "\(cost.french) (les \(count) ensemble)" : cost.french
}
