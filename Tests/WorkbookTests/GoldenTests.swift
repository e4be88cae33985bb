import Foundation
import Testing

@testable import Workbook

/// Every part of a small workbook, one tag a line. `RECORD=1` writes it anew, and then fails.
@Suite struct GoldenTests {
  @Test func smallBook() throws {
    let folder = try Folder()
    let path = folder.file("book.xlsx")
    var book = Sample.book()
    book.sheets = [book.sheets[1]]
    try write(book, to: path, temporaryFolder: folder.path)
    let parts = try Parts(at: path).contents
    let text = parts.keys.sorted().filter { !$0.contains("theme") }.map { name in
      let part = String(decoding: parts[name]!, as: UTF8.self)
      return "== \(name)\n" + part.replacingOccurrences(of: "><", with: ">\n<")
    }.joined(separator: "\n\n")
    let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/small.txt")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(text.utf8).write(to: golden)
      Issue.record("recorded")
    }
    #expect(try String(contentsOf: golden, encoding: .utf8) == text)
  }
}
