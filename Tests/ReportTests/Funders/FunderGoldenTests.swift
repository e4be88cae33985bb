import Domain
import Foundation
import Testing
import Workbook

@testable import Report

/// Every sheet of a small report as text, its CSV and its data package. `RECORD=1` writes them anew, and then fails.
@Suite struct FunderGoldenTests {
  @Test func sheets() throws {
    let month = FunderSample.reported(edition: FunderSample.second, revisions: FunderSample.revisions)
    let book = funderBook(month, FunderSample.funder)
    #expect(
      book.sheets.map(\.name) == [
        "Synthèse", "Sommaire", "Emplois par axe", "Insertion par association", "Évolution", "Révisions", "Complétude",
        "Définitions", "Données",
      ])
    for sheet in book.sheets { try compare(readableText(of: sheet), "\(sheet.name.asciiWord).txt") }
    try ScratchFolder().check(book)
  }

  @Test func table() throws {
    let month = FunderSample.reported(edition: FunderSample.second, revisions: FunderSample.revisions)
    try compare(String(decoding: funderTable(month, FunderSample.funder), as: UTF8.self), "region.csv")
  }

  @Test func package() throws {
    let bytes = dataPackage(FunderSample.reported(), [FunderSample.funder])
    _ = try JSONSerialization.jsonObject(with: Data(bytes))
    try compare(String(decoding: bytes, as: UTF8.self), "datapackage.json")
  }

  private func compare(_ text: String, _ name: String) throws {
    let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name)")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(text.utf8).write(to: golden)
      Issue.record("recorded \(name)")
    }
    // As bytes: a string read from a file has lost its mark.
    #expect(try Data(contentsOf: golden) == Data(text.utf8), "\(name)")
  }
}
