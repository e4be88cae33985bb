import Testing

@testable import Ledger

/// What a copy says of an edition, as the records that were committed.
@Suite struct CopiedRecordsTests {
  private let contents = SampleContents.edition(1)

  private func text() throws -> String {
    let folder = try LedgerFolder()
    let lists = try Ledger(folder.path, .writing).lists(of: contents)
    return String(decoding: EditionCopy(contents, as: lists, keyId: "clé").text(contents.edition.name), as: UTF8.self)
  }

  @Test func asCommitted() throws {
    let copy = try #require(EditionCopy(Array(text().utf8), of: contents.edition.name) as EditionCopy?)
    #expect(!contents.figures.isEmpty && copy.figures { _ in true } == contents.figures)
    let indicator = contents.figures[0].indicator
    #expect(copy.figures { $0 == indicator } == contents.figures.filter { $0.indicator == indicator })
    #expect(copy.figures { _ in false } == [])
    #expect(copy.definitions == contents.definitions && copy.disclosures == contents.disclosures)
  }

  /// A row that lacks its last field, or has one too many: of an indicator that is wanted.
  @Test(arguments: [("\tF\n", "\n"), ("\tF\n", "\tF\tF\n")]) func noFigure(_ end: String, _ other: String) throws {
    let whole = try text()
    let rows = String(decoding: FigureRecord.text(contents.figures), as: UTF8.self)
    let damaged = rows.replacing(end, with: other, maxReplacements: 1)
    #expect(damaged != rows)
    let text = whole.replacing(
      "# figures \(rows.utf8.count)\n\(rows)", with: "# figures \(damaged.utf8.count)\n\(damaged)")
    let copy = try #require(EditionCopy(Array(text.utf8), of: contents.edition.name) as EditionCopy?)
    #expect(copy.figures { _ in true } == nil)
    #expect(copy.figures { _ in false } == [])
  }
}
