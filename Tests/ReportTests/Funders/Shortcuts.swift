import Workbook

@testable import Report

/// The page and the funders' files of a month alone, as `report` makes them.
func indexPage(_ month: ReportedMonth, links: [String]) -> String {
  indexPage(month, month.definitions.funders.map { FunderReport(month, $0) }, links: links)
}

func funderFiles(_ month: ReportedMonth) -> (books: [(path: String, book: Book)], files: [ReportFile]) {
  funderFiles(month, month.definitions.funders.map { FunderReport(month, $0) })
}
