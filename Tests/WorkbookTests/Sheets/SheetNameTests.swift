import Testing

@testable import Workbook

@Suite struct SheetNameTests {
  @Test(arguments: [
    ("", BookError.Rule.sheetNameEmpty), (String(repeating: "a", count: 32), .sheetNameTooLong),
    (String(repeating: "👍", count: 16), .sheetNameTooLong), ("a/b", .sheetNameCharacter),
    ("a[b", .sheetNameCharacter), ("'a", .sheetNameApostrophe), ("a'", .sheetNameApostrophe),
    ("History", .sheetNameReserved), ("historique", .sheetNameReserved),
    ("a\u{1}", .textCharacter), ("a\nb", .textOnOneLine), ("2022", .sheetNameLikeReference),
    ("AXE1", .sheetNameLikeReference), ("R1C1", .sheetNameLikeReference),
    ("rc", .sheetNameLikeReference), (".a", .sheetNameLikeReference),
  ])
  func refused(_ name: String, _ rule: BookError.Rule) {
    #expect(SheetName.fault(in: name) == rule)
  }

  @Test(arguments: [
    "Gouvernance", "Offre d'insertion", "L’axe n° 1", "Axe 1", "Évolution 2021–2022", "a!b",
    "Axes1",
    String(repeating: "é", count: 31), String(repeating: "👍", count: 15), "_a", "=1+1",
  ])
  func taken(_ name: String) throws {
    #expect(SheetName.fault(in: name) == nil)
    // In a chart and in a print title, where the name stands in a reference.
    var book = Sample.book()
    book.sheets[1].name = name
    for index in book.sheets[1].charts[0].series.indices {
      book.sheets[1].charts[0].series[index].values.sheet = name
      book.sheets[1].charts[0].series[index].categories.sheet = name
      book.sheets[1].charts[0].series[index].name = .text("Série \(index)")
    }
    let folder = try Folder()
    try write(book, to: folder.file("book.xlsx"), temporaryFolder: folder.path)
    try verify(book, at: folder.file("book.xlsx"))
  }

  @Test func fitting() {
    #expect(SheetName.fitting("Emplois par axe") == "Emplois par axe")
    #expect(
      SheetName.fitting("Emplois par axe", among: ["EMPLOIS PAR AXE"]) == "Emplois par axe (2)")
    #expect(SheetName.fitting("'Axe' [1/2] : l'été") == "’Axe’ -1-2- - l’été")
    #expect(SheetName.fitting("2022") == "(2022)")
    #expect(SheetName.fitting("Historique") == "(Historique)")
    #expect(SheetName.fitting(" \n ") == "Feuille")
    let long = String(repeating: "mot ", count: 20)
    var taken: [String] = []
    for _ in 0..<12 { taken.append(SheetName.fitting(long, among: taken)) }
    #expect(Set(taken.map { $0.lowercased() }).count == 12)
    #expect(taken.allSatisfy { SheetName.fault(in: $0) == nil })
  }
}
