import Domain
import Foundation
import Testing

@testable import Pipeline

/// The table of figures: of an edition as it was published, or of the inputs as they are.
@Suite struct FiguresTests {
  private func small() throws -> SmallProgramme {
    let small = try SmallProgramme()
    for month in ["2022-01", "2022-02", "2022-03"] { try small.jobs("adds", month, "1 existant 1") }
    return small
  }

  private func series(_ small: SmallProgramme, _ first: String, _ last: String, compute: Bool = false) throws
    -> [FiguresSource]
  {
    try figures(
      Month(first)!...Month(last)!, compute: compute, inputs: { try InputsFolder(small.inputs.path) },
      reports: small.reports)
  }

  private func etp(_ source: FiguresSource) -> String? {
    String(decoding: source.table, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("etp_total,") }
      .map { $0.split(separator: ",", omittingEmptySubsequences: false)[9] }.map(String.init)
  }

  @Test func publishedMonthsAndOthers() throws {
    let small = try small()
    try small.publish("2022-02")
    try small.edit("exports/adds/etp-2022-02.csv", "existant;1", "existant;0,5")
    let all = try series(small, "2022-01", "2022-03")
    #expect(all.map(\.edition) == [nil, "2022-02.1", nil] && all.map(etp) == ["1", "1", "1"])
    #expect(try series(small, "2022-01", "2022-03", compute: true).map(etp) == ["1", "0.5", "1"])
    // Not before the programme's start; the published ones alone need no inputs.
    #expect(try series(small, "2021-11", "2022-01").count == 1)
    #expect(
      try figures(
        Month("2022-02")!...Month("2022-02")!, compute: false, inputs: { throw CancellationError() },
        reports: small.reports
      ).map(\.edition) == ["2022-02.1"])
  }

  @Test func anEditionByName() throws {
    let small = try small()
    let may = Month("2022-02")!
    try small.publish("2022-02")
    try small.edit("exports/adds/etp-2022-02.csv", "existant;1", "existant;0,5")
    try small.publish("2022-02")
    let old = try figures(may, edition: "2022-02.1", reports: small.reports)
    #expect(etp(old) == "1" && old.successor == "2022-02.2")
    let new = try figures(may, edition: "2", reports: small.reports)
    #expect(etp(new) == "0.5" && new.edition == "2022-02.2" && new.successor == nil)
    #expect(throws: NoSuchEdition.self) { try figures(may, edition: "2022-02.3", reports: small.reports) }
    #expect(throws: NoSuchEdition.self) { try figures(Month("2022-01")!, edition: "2022-02.1", reports: small.reports) }
  }

  /// A cell of a delivered workbook, also of one that came back by mail under its own name.
  @Test func behindACell() throws {
    let small = try small()
    try small.publish("2022-02")
    let book = small.folder.appending(path: "reports/2022-02/financeurs/region-2022-02.xlsx").path
    let copy = small.folder.appending(path: "region-2022-02.xlsx").path
    try FileManager.default.copyItem(atPath: book, toPath: copy)
    for path in [book, copy] {
      var cells: [String] = []
      for row in 1...20 {
        guard
          let (request, edition, month) = try? figureBehind("Emplois par axe!C\(row)", of: path, reports: small.reports)
        else { continue }
        #expect(edition == "2022-02.1" && month == Month("2022-02")!)
        cells.append("\(request.indicator) \(request.horizon?.id ?? "") \(request.cell.text)")
      }
      #expect(
        cells == ["etp_total mois axe=alimentation", "etp_total mois axe=mobilite", "etp_total mois "], "\(path)")
    }
    func refused(_ cell: String, _ path: String) {
      #expect(throws: NoFigureThere.self) { try figureBehind(cell, of: path, reports: small.reports) }
    }
    refused("Emplois par axe!A1", book)
    refused("Emplois par axe", book)
    refused("Autre feuille!C7", book)
    refused("Emplois par axe!C7", "region.xlsx")
    let row =
      (1...20).first { (try? figureBehind("Emplois par axe!C\($0)", of: book, reports: small.reports)) != nil } ?? 0
    refused("Emplois par axe!C\(row)", String(book.dropLast(5)) + ".xlsm")
    refused("Emplois par axe!C\(row)", book.replacing("region-2022-02", with: "2022-02"))
    try Data("x".utf8).write(to: URL(filePath: copy))
    refused("Emplois par axe!C7", copy)
  }
}
