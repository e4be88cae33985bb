import Foundation
import Testing

@testable import Workbook

@Suite struct WriteTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  func written(_ book: Book, as name: String = "book.xlsx") throws -> String {
    let path = folder.file(name)
    try write(book, to: path, temporaryFolder: folder.path)
    // To look at what the tests write: WORKBOOK_KEEP=/some/folder swift test
    if let kept = ProcessInfo.processInfo.environment["WORKBOOK_KEEP"] {
      try? FileManager.default.copyItem(atPath: path, toPath: "\(kept)/\(name)")
    }
    return path
  }

  func book(_ cells: [Cell]) -> Book {
    var sheet = Sheet(name: "Essai")
    for cell in cells { sheet.append([cell]) }
    let created = CreationDate(year: 2022, month: 5, day: 31)
    return Book(properties: BookProperties(title: "Essai", created: created), sheets: [sheet])
  }

  @Test func sampleReadsBack() throws {
    let path = try written(Sample.book(), as: "sample.xlsx")
    try verify(Sample.book(), at: path)
    let reading = try readBack(path)
    #expect(reading.sheets.map(\.name) == ["Synthèse", "Emplois par axe", "Évolution"])
    #expect(reading.sheets.map(\.tables.count) == [1, 1, 1])
    #expect(reading.sheets.map(\.charts.count) == [1, 1, 1])
    #expect(reading.sheets.allSatisfy { $0.formulas == 0 && $0.links == 0 })
  }

  @Test func sameBytesInAnyTimeZone() throws {
    let first = try Data(contentsOf: URL(fileURLWithPath: written(Sample.book(), as: "1.xlsx")))
    setenv("TZ", "Pacific/Auckland", 1)
    tzset()
    defer {
      unsetenv("TZ")
      tzset()
    }
    let second = try Data(contentsOf: URL(fileURLWithPath: written(Sample.book(), as: "2.xlsx")))
    #expect(first == second)
  }

  @Test func hostileText() throws {
    let texts = [
      "=cmd|'/C calc'!A0", "+1", "-1", "@SUM(A1)", "{=1}", "http://example.org/?a=1&b=2",
      "mailto:a@b.fr", "internal:Essai!A1", "a & b < c > d \" e ' f", "👩‍👩‍👧 é\u{301}",
      " deux  espaces ", "\u{A0}insécable\u{A0}", "première\nseconde", "\n", " ", "tab\tulation",
      "_x0041_", "_x005F_x0041_", "_xZZZZ_ _x00", "00123", "1E5", "<f>1+1</f>", "]]>", "\u{2028}",
      "]]>&#0;", "\u{7F}\u{85}", String(repeating: "é", count: 32_767),
    ]
    let book = book(texts.map { .text($0) })
    let path = try written(book, as: "hostile.xlsx")
    try verify(book, at: path)
    let reading = try readBack(path)
    #expect(reading.sheets[0].cells == texts.count)
    let parts = try Parts(at: path)
    let relations = try Relations(of: "xl/workbook.xml", in: parts)
    #expect(try SharedTexts(in: parts, relations).texts == texts)
  }

  @Test func refusesWhatTheFormatCannotHold() throws {
    func rule(_ cell: Cell) -> BookError.Rule? {
      do throws(BookError) { try book([cell]).check() } catch { return error.rule }
      return nil
    }
    for text in ["\0", "\u{1}", "\u{B}", "\r", "a\r\nb", "\u{1F}", "\u{FFFE}", "\u{FFFF}"] {
      #expect(rule(.text(text)) == .textCharacter)
    }
    #expect(rule(.text(String(repeating: "a", count: 32_768))) == .textTooLong)
    #expect(rule(.text(String(repeating: "👍", count: 16_384))) == .textTooLong)
    for number in [Double.nan, .infinity, -.infinity, .greatestFiniteMagnitude] {
      #expect(rule(.number(number)) == .number)
    }
    #expect(rule(.text("a", Style().with { $0.size = 0 })) == .style)
  }

  @Test func saysWhereAndNotWhat() throws {
    var sheet = Sheet(name: "Essai")
    sheet.append([.blank])
    sheet.append([.blank, .blank, .text("secret\u{1}")])
    var book = book([])
    book.sheets = [sheet]
    let path = folder.file("none.xlsx")
    let error = #expect(throws: BookError.self) {
      try write(book, to: path, temporaryFolder: folder.path)
    }
    #expect(error?.description == "Essai!C2 : le texte contient un caractère de contrôle")
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func numbersReadBackExactly() throws {
    let numbers = [
      0.0, -0.0, 8.2, 0.1 + 0.2, 1.0 / 3, 2.0 / 3, 1e-7, 123_456_789.123456, -5, 1e15,
      9_007_199_254_740_992,
      0.000001, 99.999999, 10.0 / 7, 1e300, .leastNonzeroMagnitude,
    ]
    let book = book(numbers.map { .number($0) })
    try verify(book, at: written(book))
  }

  /// What `Cell.number` promises, over random decimals of 16 digits and any scale.
  @Test func decimalsSurviveTheirText() throws {
    var generator = SystemRandomNumberGenerator()
    let book = book(
      (0..<5000).map { _ in
        let units = Int.random(in: -(1 << 53)...(1 << 53), using: &generator)
        return .decimal(units, scale: Int.random(in: 0...15, using: &generator))
      })
    let parts = try Parts(at: written(book))
    var texts: [String] = []
    var isValue = false
    try parts.parse("xl/worksheets/sheet1.xml") { event in
      switch event {
      case .start("v", _): isValue = true
      case .end("v"): isValue = false
      case .text(let piece) where isValue: texts.append(String(decoding: piece, as: UTF8.self))
      default: break
      }
    }
    for (row, text) in zip(book.sheets[0].rows, texts) {
      #expect(row.cells[0].content == .number(try #require(Double(text))))
    }
  }

  @Test func emptyTableSaysSo() throws {
    var book = book([])
    let sheet = { (table: (inout Sheet) -> Void) in
      var sheet = Sheet(name: "Vide")
      table(&sheet)
      return sheet
    }
    book.sheets = [
      sheet {
        $0.append(
          table: "t_vide", headers: [.text("Axe"), .text("Postes")], rows: [],
          whenEmpty: .text("Aucune ligne ce mois"))
      }
    ]
    try verify(book, at: written(book))
    #expect(book.sheets[0].rows.count == 2)
    #expect(book.sheets[0].tables[0].area.name == "A1:B2")
    book.sheets[0].tables[0].area.rows = 0...0
    #expect(throws: BookError(.tableWithoutRows, at: "Vide, t_vide")) { try book.check() }
  }

  @Test func tableOfSixtyRows() throws {
    let book = Sample.large(sheets: 1, rows: 60)
    let path = try written(book)
    try verify(book, at: path)
    let table = try #require(try readBack(path).sheets.last?.tables.first)
    #expect(table.area == "A1:H61")
    #expect(table.headers == (1...8).map { "colonne \($0)" })
  }

  @Test func destroysNoFile() throws {
    let path = folder.file("good.xlsx")
    try Data("good".utf8).write(to: URL(fileURLWithPath: path))
    let error = WriteError.cannotCreate(path, errno: EEXIST)
    #expect(throws: error) { try write(Sample.book(), to: path, temporaryFolder: folder.path) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data("good".utf8))
  }

  @Test func refusesAMissingTemporaryFolder() throws {
    let path = folder.file("book.xlsx")
    let error = WriteError.temporaryFolder(folder.file("none"))
    #expect(throws: error) {
      try write(Sample.book(), to: path, temporaryFolder: folder.file("none"))
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func modeAndNoTraces() throws {
    let path = try written(Sample.book())
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o640)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["book.xlsx"])
  }

  @Test(arguments: 0..<4) func manyAtOnce(_: Int) async throws {
    let folder = folder
    let book = Sample.book()
    let files = try await withThrowingTaskGroup(of: Data.self) { group in
      for number in 0..<8 {
        let path = folder.file("\(number).xlsx")
        let parts = folder.path
        group.addTask {
          try write(book, to: path, temporaryFolder: parts)
          try verify(book, at: path)
          return try Data(contentsOf: URL(fileURLWithPath: path))
        }
      }
      return try await group.reduce(into: Set<Data>()) { $0.insert($1) }
    }
    #expect(files.count == 1)
  }
}
