import Domain
import Workbook

/// Everything the funders get, with paths inside the edition's folder, and for the PTCE the table of each compte rendu; of an
/// aggregator his table alone. Workbooks are values still: whoever writes them reads them back.
func funderFiles(
  _ month: ReportedMonth, _ reports: [FunderReport], _ tables: [AggregatorTable] = []
) -> (books: [(path: String, book: Book)], files: [ReportFile]) {
  let books = reports.map { (path: "financeurs/\($0.fileName).xlsx", book: funderBook($0)) }
  let files = reports.flatMap { report in
    [
      ReportFile(path: "financeurs/\(report.fileName).csv", bytes: report.table),
      ReportFile(path: "financeurs/\(report.fileName).html", bytes: Array(funderPage(report).utf8)),
    ]
      + (compteRendu(report).map {
        [ReportFile(path: "interne/compte-rendu-\(report.funder.id).md", bytes: Array($0.utf8))]
      } ?? [])
  }
  let aggregated = tables.map { table in
    ReportFile(path: "financeurs/\(table.funder.fileName(month.month)).csv", bytes: table.table)
  }
  let package = ReportFile(path: "financeurs/datapackage.json", bytes: dataPackage(reports, tables, month))
  return (books, files + aggregated + [package])
}

extension FunderReport {
  /// `region-2022-05`
  var fileName: String { funder.fileName(month.month) }
}

extension Funder {
  func fileName(_ month: Month) -> String { "\(id)-\(month)" }
}
