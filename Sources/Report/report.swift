import Domain
import Workbook

/// Everything an edition holds but its manifest: workbooks as values, other files as bytes. Paths are relative to the
/// edition's folder.
package struct ReportContent: Sendable, Equatable {
  package var books: [(path: String, book: Book)]
  package var files: [ReportFile]

  package static func == (a: ReportContent, b: ReportContent) -> Bool {
    a.files == b.files && a.books.elementsEqual(b.books) { $0.path == $1.path && $0.book == $1.book }
  }
}

/// The month's reports: for each funder, for the PTCE, and a letter to each association.
package func report(_ month: ReportedMonth) -> ReportContent {
  let reports = month.definitions.reported.map { FunderReport(month, $0) }
  let aggregated = month.definitions.funders.filter(\.isAggregator).map { AggregatorTable(month, $0) }
  let (books, tables) = funderFiles(month, reports, aggregated)
  // Who is to join later is owed no letter yet.
  let associations = month.definitions.programme.associations.filter { $0.memberFrom <= month.month }
  var files = tables + letterFiles(month, to: associations)
  files.append(ReportFile(path: "interne/en-chiffres.md", bytes: Array(newsletterBlock(month).utf8)))
  let links = (books.map(\.path) + files.map(\.path)).sorted()
  files.append(
    ReportFile(path: "interne/index.html", bytes: Array(indexPage(month, reports, aggregated, links: links).utf8)))
  return ReportContent(books: books, files: files)
}
