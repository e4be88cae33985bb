import Domain
import Foundation
import Testing
import Workbook

@testable import Report

@Suite struct FunderFilesTests {
  @Test func paths() {
    let (books, files) = funderFiles(FunderSample.reported())
    #expect(books.map(\.path) == ["financeurs/region-2022-05.xlsx"])
    #expect(
      files.map(\.path) == [
        "financeurs/region-2022-05.csv", "financeurs/region-2022-05.html", "financeurs/datapackage.json",
      ])
    #expect(files[0].bytes == funderTable(FunderSample.reported(), FunderSample.funder))
  }

  @Test func sameTwice() {
    #expect(funderFiles(FunderSample.reported()).books[0].book == funderFiles(FunderSample.reported()).books[0].book)
  }

  /// The sheet and the CSV say the same, field by field: texts as they are, numbers as the same decimal.
  @Test func dataEqualsTheCSV() {
    for edition in [Edition(month: FunderSample.month, number: 1), FunderSample.second] {
      let month = FunderSample.reported(edition: edition)
      let rows = records(funderTable(month, FunderSample.funder), separator: ";")
      let sheet = funderBook(month, FunderSample.funder).sheets.last!
      let area = sheet.tables[0].area
      #expect(sheet.name == "Données" && area.rows.count == rows.count)
      for (row, record) in zip(sheet.rows[area.rows], rows) {
        #expect(row.cells.count == record.count)
        for (cell, field) in zip(row.cells, record) { #expect(text(cell) == field) }
      }
    }
  }

  /// Every figure on every sheet is the one that the CSV has under its key.
  @Test func sheetsEqualTheCSV() throws {
    let month = FunderSample.reported()
    let report = FunderReport(month, FunderSample.funder)
    let columns = DataColumn.allCases
    var values: [Figures.Key: String] = [:]
    for (figure, record) in zip(report.figures, records(funderTable(report), separator: ";").dropFirst()) {
      #expect(record[0] == figure.key.indicator)
      values[figure.key] = record[columns.firstIndex(of: .valeur)!]
    }
    var seen: Set<Figures.Key> = []
    for layout in report.sheets.map({ SheetLayout($0, footer: PageBand()) }) {
      for case (let place, .figure(let key, FunderSample.month)) in layout.origins {
        let value = try #require(values[key], "\(key) is not in the CSV")
        let shown = text(layout.sheet.rows[place.row].cells[place.column])
        let isSheetOfData = layout.sheet.name == "Données"
        #expect(shown == value || !isSheetOfData && value.isEmpty && ["nd", "s"].contains(shown), "\(key)")
        seen.insert(key)
      }
    }
    #expect(seen == Set(values.keys))
  }

  @Test func figureBehindACell() {
    let report = FunderReport(FunderSample.reported(), FunderSample.funder)
    let cell = report.cell(at: CellPlace(row: 4, column: 1), on: "Emplois par axe")
    let key = Figures.Key("emplois_crees", .programme, Cell(FunderSample.axis("alimentation")))
    #expect(cell?.origin == .figure(key, FunderSample.month))
    let title = report.cell(at: CellPlace(row: 0, column: 0), on: "Emplois par axe")
    #expect(title?.origin == nil && title?.content == .text("Emplois par axe"))
    #expect(title?.near.first == CellPlace(row: 4, column: 1))
    #expect(report.cell(at: CellPlace(row: 400, column: 0), on: "Emplois par axe")?.content == .blank)
    #expect(report.cell(at: CellPlace(row: 0, column: 0), on: "Ailleurs") == nil)
  }

  @Test func dialects() {
    var funder = FunderSample.funder
    funder.dialect.separator = ","
    funder.dialect.decimal = "."
    funder.dialect.byteOrderMark = false
    funder.dialect.lineEnd = .lf
    let bytes = funderTable(FunderSample.reported([funder]), funder)
    #expect(!bytes.contains(UInt8(ascii: "\r")) && bytes[0] == UInt8(ascii: "i"))
    #expect(records(bytes, separator: ",").contains { $0[0] == "etp_total" && $0[10] == "61.1038" })
    funder.dialect.decimal = ","
    #expect(
      records(funderTable(FunderSample.reported([funder]), funder), separator: ",").contains { $0[10] == "61,1038" })
  }

  private func text(_ cell: Workbook.Cell) -> String {
    switch cell.content {
    case .text(let text): return text
    case .blank: return ""
    case .number(let number):
      let plain = "\(number)".replacing(".", with: ",")
      return plain.hasSuffix(",0") ? String(plain.dropLast(2)) : plain
    }
  }
}
