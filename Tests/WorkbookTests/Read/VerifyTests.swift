import Foundation
import Testing

@testable import Workbook

@Suite struct VerifyTests {
  let folder: Folder
  let book = Sample.book()

  init() throws {
    folder = try Folder()
    try write(book, to: folder.file("good.xlsx"), temporaryFolder: folder.path)
  }

  var good: Data {
    get throws { try Data(contentsOf: URL(fileURLWithPath: folder.file("good.xlsx"))) }
  }

  /// Puts bytes in a file and tells whether they pass.
  func passes(_ bytes: Data) throws -> Bool {
    let path = folder.file("bad.xlsx")
    try bytes.write(to: URL(fileURLWithPath: path))
    do throws(ReadBackError) { try verify(book, at: path) } catch { return false }
    return true
  }

  /// Rewrites the zip with one part changed by a line of Python, with good CRCs.
  func passes(changing part: String, by line: String) throws -> Bool {
    let script = """
      import sys, zipfile
      source = zipfile.ZipFile(sys.argv[1])
      target = zipfile.ZipFile(sys.argv[2], "w", zipfile.ZIP_DEFLATED)
      for entry in source.infolist():
          data = source.read(entry.filename)
          if entry.filename == "\(part)":
              before = data
              \(line)
              assert data != before
          if data is not None: target.writestr(entry.filename, data)
      target.close()
      """
    let result = try run(
      "/usr/bin/python3", "-c", script, folder.file("good.xlsx"), folder.file("changed.xlsx"))
    try #require(result.code == 0, "\(result.output)")
    return try passes(Data(contentsOf: URL(fileURLWithPath: folder.file("changed.xlsx"))))
  }

  @Test func goodPasses() throws {
    #expect(try passes(good))
    #expect(try passes(changing: "docProps/app.xml", by: "data += b'\\n'"))
  }

  @Test func truncatedAnywhere() throws {
    let good = try good
    for length in stride(from: 0, to: good.count, by: 97) {
      #expect(try !passes(good.prefix(length)), "\(length) of \(good.count) bytes")
    }
    #expect(try !passes(good.dropLast(1)))
  }

  /// A flipped bit is found, or stands where no content is (a date, an attribute of the file).
  @Test func flippedAnywhere() throws {
    let good = try good
    let contents = try Parts(at: folder.file("good.xlsx")).contents
    var found = 0
    let stride = 7
    for place in Swift.stride(from: 0, to: good.count, by: stride) {
      var bytes = good
      bytes[place] ^= 0x10
      if try passes(bytes) {
        let bad = try Parts(at: folder.file("bad.xlsx")).contents
        let changed = Set(bad.keys).union(contents.keys).filter { bad[$0] != contents[$0] }
        #expect(changed.isEmpty, "byte \(place)")
      } else {
        found += 1
      }
    }
    #expect(found > good.count / stride * 8 / 10)
  }

  @Test(arguments: [
    ("xl/worksheets/sheet2.xml", "data = data.replace(b'<v>9</v>', b'<v>8</v>', 1)"),
    ("xl/worksheets/sheet2.xml", "data = data.replace(b'<c r=\"B4\"', b'<c r=\"B5\"', 1)"),
    ("xl/worksheets/sheet2.xml", "data = data.replace(b'<v>9</v>', b'<f>3*3</f><v>9</v>', 1)"),
    ("xl/worksheets/sheet2.xml", "data = data.replace(b'<v>9</v>', b'', 1)"),
    ("xl/worksheets/sheet2.xml", "data = data[:-20]"),
    ("xl/worksheets/sheet2.xml", "data = b''"),
    ("xl/worksheets/sheet2.xml", "data = None"),
    (
      "xl/worksheets/sheet2.xml",
      "data = data.replace(b'<sheetData>', b'<hyperlinks><hyperlink ref=\"A1\"/></hyperlinks><sheetData>', 1)"
    ),
    ("xl/sharedStrings.xml", "data = data.replace('Mobilité'.encode(), 'Mobilite'.encode(), 1)"),
    ("xl/sharedStrings.xml", "data = data.replace(b'</si>', b'</si><si><t>x</t></si>', 1)"),
    ("xl/sharedStrings.xml", "data = data[:1024]"),
    ("xl/workbook.xml", "data = data.replace('Synthèse'.encode(), 'Synthese'.encode(), 1)"),
    ("xl/tables/table1.xml", "data = data.replace(b'A4:F7', b'A4:F6')"),
    ("xl/tables/table1.xml", "data = data.replace(b'\"Valeur\"', b'\"Valeurs\"')"),
    ("xl/tables/table1.xml", "data = None"),
    ("xl/drawings/drawing1.xml", "data = data.replace(b'descr=', b'title=')"),
    ("xl/charts/chart1.xml", "data = data[:-1]"),
    ("xl/charts/chart3.xml", "data = None"),
    ("xl/styles.xml", "data = data[:1000]"),
    ("xl/styles.xml", "data = None"),
    ("xl/theme/theme1.xml", "data = data[:4096]"),
    ("[Content_Types].xml", "data = None"),
    (
      "docProps/core.xml",
      "data = data.replace(b'<cp:core', b'<!DOCTYPE a [<!ENTITY b \"c\">]><cp:core', 1)"
    ),
  ])
  func changedPart(_ part: String, _ line: String) throws {
    #expect(try !passes(changing: part, by: line))
  }

  @Test func anotherBook() throws {
    for change: (inout Book) -> Void in [
      { $0.sheets.swapAt(1, 2) },
      { $0.sheets[2].tables[0].name = "t_autre" },
      { $0.sheets[1].charts[0].alternativeText += "." },
      { $0.sheets[1].rows[3].cells[1] = .text("9") },
      { $0.sheets[1].rows.append(SheetRow([.text("de trop")])) },
      { $0.sheets.removeLast() },
      // What a library without memory leaves out.
      { $0.sheets[1].charts[0].series.removeLast() },
      { $0.sheets[1].charts[0].title += "." },
      { $0.sheets[1].charts[0].kind = .line },
      { $0.sheets[1].charts[0].series[0].values.area = CellArea(CellPlace(row: 4, column: 1)) },
      { $0.sheets[1].rows[3].cells[1].style = Style().with { $0.size = 31 } },
    ] {
      var other = book
      change(&other)
      #expect(throws: ReadBackError.self) { try verify(other, at: folder.file("good.xlsx")) }
    }
  }

  /// Of a colour, a width, a chart's look nothing but a second file tells.
  @Test func twins() throws {
    let one = folder.file("good.xlsx"), other = folder.file("other.xlsx")
    try write(book, to: other, temporaryFolder: folder.path)
    try requireSame(one, other)
    for change: (inout Book) -> Void in [
      { $0.sheets[0].rows[0].cells[0].style?.colour = Colour(0x123456) },
      { $0.sheets[0].columns[0].width += 1 },
      { $0.sheets[1].charts[0].width += 10 },
      { $0.sheets[0].tab = Colour(0x123456) },
    ] {
      var changed = book
      change(&changed)
      unlink(other)
      try write(changed, to: other, temporaryFolder: folder.path)
      #expect(throws: ReadBackError.self) { try requireSame(one, other) }
      #expect(throws: ReadBackError.self) { try requireSame(other, one) }
    }
    for bytes in [try good.dropLast(), try good + [0], Data()] {
      try bytes.write(to: URL(fileURLWithPath: other))
      #expect(throws: ReadBackError.self) { try requireSame(one, other) }
    }
    #expect(throws: ReadBackError.self) { try requireSame(one, folder.file("none.xlsx")) }
  }

  /// Several books of different days at once: a document's date goes through libxlsxwriter's gmtime.
  @Test func sideBySide() async throws {
    let (book, root) = (book, folder.path)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<24 {
        group.addTask {
          var dated = book
          dated.properties.created = CreationDate(year: 2000 + number, month: 1 + number % 12, day: 1 + number)
          let path = "\(root)/dated-\(number).xlsx"
          try write(dated, to: path, temporaryFolder: root)
          try verify(dated, at: path)
          let part = try Parts(at: path).contents["docProps/core.xml"] ?? []
          let day = dated.properties.created
          let two = { (number: Int) in (number < 10 ? "0" : "") + String(number) }
          #expect(
            String(decoding: part, as: UTF8.self).contains("\(day.year)-\(two(day.month))-\(two(day.day))T00:00:00Z"))
        }
      }
      try await group.waitForAll()
    }
  }

  @Test func noFile() {
    #expect(throws: ReadBackError.self) { try readBack(folder.file("none.xlsx")) }
    #expect(throws: ReadBackError.self) { try readBack(folder.path) }
  }
}
