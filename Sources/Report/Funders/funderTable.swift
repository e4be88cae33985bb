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
  for figure in report.figures {
    text.append(DataColumn.allCases.map { $0.field(of: figure, in: report).csv(decimal: dialect.decimal) })
  }
  return text.bytes
}
