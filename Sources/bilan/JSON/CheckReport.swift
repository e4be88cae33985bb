import Domain
import Pipeline

/// `bilan check --json`: what became of each file, and every finding.
struct CheckReport: Encodable {
  struct File: Encodable {
    let association: String
    let kind: String
    let month: String
    let file: String
    let outcome: String
    let owed: Bool
    let rowsKept: Int
    let rowsRefused: Int
    /// Lines of the month that the association's mapping sets aside, by rule.
    let setAside: [SetAside]?
    let waived: String?
  }
  struct Entry: Encodable {
    let code: String
    let severity: String
    let association: String?
    let kind: String?
    let month: String?
    let file: String
    let line: Int?
    let otherLines: [Int]
    let row: Int?
    let column: String?
    let header: String?
    let rule: String
    let remedy: String
  }
  struct Remark: Encodable {
    let funder: String
    let indicator: String
    let horizon: String
    let cell: String
    let text: String
  }
  let month: String
  let files: [File]
  let findings: [Entry]
  let comments: [Remark]

  init(_ checked: CheckedMonth) {
    month = checked.month.description
    files = checked.facts.deliveries.map {
      File(
        association: $0.association, kind: $0.kind.id, month: $0.month.description,
        file: $0.name, outcome: $0.outcome.rawValue, owed: $0.isOwed, rowsKept: $0.rowsKept,
        rowsRefused: $0.rowsRefused, setAside: $0.setAside.isEmpty ? nil : $0.setAside, waived: $0.waived)
    }
    findings = checked.findings.map(Entry.init)
    comments = checked.comments.map { funder, comment in
      Remark(
        funder: funder, indicator: comment.key.indicator, horizon: comment.key.horizon.id, cell: comment.key.cell.text,
        text: comment.text.fr)
    }
  }
}

extension CheckReport.Entry {
  init(_ finding: Finding) {
    self.init(
      code: finding.code, severity: finding.severity.id, association: finding.association, kind: finding.kind?.id,
      month: finding.month?.description, file: finding.file, line: finding.line, otherLines: finding.otherLines,
      row: finding.row, column: finding.columnLetter, header: finding.header, rule: finding.rule, remedy: finding.remedy
    )
  }
}

extension Listing {
  init(findings: [Finding]) {
    header = [
      "code", "severity", "association", "kind", "month", "file", "line", "row", "column", "header", "rule", "remedy",
    ]
    rows = findings.map {
      [
        $0.code, $0.severity.id, $0.association ?? "", $0.kind?.id ?? "", $0.month?.description ?? "", $0.file,
        $0.line.map(String.init) ?? "", $0.row.map(String.init) ?? "", $0.columnLetter ?? "", $0.header ?? "", $0.rule,
        $0.remedy,
      ]
    }
  }
}
