import Testing

@testable import Workbook

@Suite struct CellPlaceTests {
  @Test(arguments: [
    ("A1", 0, 0), ("Z9", 8, 25), ("AA10", 9, 26), ("XFD1048576", 1_048_575, 16_383),
  ])
  func names(_ name: String, _ row: Int, _ column: Int) {
    #expect(CellPlace(row: row, column: column).name == name)
    #expect(CellPlace(name: name.utf8) == CellPlace(row: row, column: column))
  }

  @Test(arguments: ["", "A", "1", "A0", "1A", "A1B", "a1", "XFE1", "A1048577"])
  func refused(_ name: String) { #expect(CellPlace(name: name.utf8) == nil) }
}
