import Domain
import Ledger

extension Finding {
  init?(_ record: FindingRecord) {
    guard let severity = Severity(id: record.severity) else { return nil }
    self.init(
      recorded: record.code, severity, association: record.association, kind: record.kind.flatMap(ExportKind.init),
      month: record.month.flatMap { Month($0) }, file: record.file, line: record.line, row: record.row,
      column: record.column, header: record.header, rule: record.rule, remedy: record.remedy)
    otherLines = record.otherLines.split(separator: " ").compactMap { Int($0) }
  }

  var record: FindingRecord {
    FindingRecord(
      code: code, severity: severity.id, association: association, kind: kind?.id, month: month?.description,
      file: file, line: line, row: row,
      otherLines: otherLines.isEmpty ? "" : otherLines.map(String.init).joined(separator: " "), column: column,
      header: header, rule: rule, remedy: remedy)
  }
}
