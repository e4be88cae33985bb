import CSV
import Domain

/// The CSV of one funder's report (4-reports.md), in the funder's own dialect.
package func funderTable(_ month: ReportedMonth, _ funder: Funder) -> [UInt8] {
  funderTable(FunderReport(month, funder))
}

func funderTable(_ report: FunderReport) -> [UInt8] {
  let dialect = report.funder.dialect
  var text = CSVText(
    separator: dialect.separator, lineEnd: dialect.lineEnd == .crlf ? "\r\n" : "\n",
    byteOrderMark: dialect.byteOrderMark)
  text.append(DataColumn.allCases.map(\.rawValue))
  for row in report.data { text.append(row.map { $0.csv(decimal: dialect.decimal) }) }
  return text.bytes
}
