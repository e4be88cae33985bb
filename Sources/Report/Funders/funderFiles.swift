import Domain
import Workbook

/// Everything the funders get, with paths inside the edition's folder. Workbooks are values still: whoever writes them
/// reads them back.
package func funderFiles(_ month: ReportedMonth) -> (books: [(path: String, book: Book)], files: [ReportFile]) {
  let reports = month.definitions.funders.map { FunderReport(month, $0) }
  let books = reports.map { (path: "financeurs/\($0.fileName).xlsx", book: funderBook($0)) }
  let tables = reports.map { ReportFile(path: "financeurs/\($0.fileName).csv", bytes: funderTable($0)) }
  let package = ReportFile(path: "financeurs/datapackage.json", bytes: dataPackage(reports, month))
  return (books, tables + [package])
}

extension FunderReport {
  /// `region-2022-05`
  var fileName: String { "\(funder.id)-\(month.month)" }
}
