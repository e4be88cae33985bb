import Domain
import Host
import Testing
import Workbook

@testable import Pipeline

/// The table of figures as a workbook: what stands in it is read back.
@Suite struct WriteFiguresBookTests {
  @Test func isTheTable() throws {
    let folder = try makeTemporaryFolder()
    defer { try? removeTree(folder) }
    let path = folder + "/chiffres.xlsx"
    let header = ["indicator", "value", "numerator", "denominator", "status"]
    try writeFiguresBook(
      header,
      [["etp_total", "2.5", "", "", "A"], ["part_cdi", "66.666667", "2", "3", "P"], ["autre", "", "", "", "M"]],
      upTo: Month("2022-05")!, to: path)
    let sheet = try #require(try readBack(path).sheets.first)
    // Five headers; the values that are there: 3, 5 and 2. A blank is no cell.
    #expect(sheet.name == "Chiffres" && sheet.cells == 15)
    #expect(sheet.tables.map(\.headers) == [header] && sheet.tables.map(\.area) == ["A1:E4"])
  }
}
