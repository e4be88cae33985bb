import Domain
import Host
import Ledger
import Testing

@testable import Pipeline

/// Editions are found by month, name and number.
@Suite final class EditionStoreTests {
  private let folder: String
  private let store: EditionStore
  private let may = Month(year: 2022, number: 5)

  init() throws {
    folder = try makeTemporaryFolder()
    let reports = ReportsFolder(folder + "/reports")
    _ = try reports.openForWriting()
    store = try EditionStore(writing: reports)
    for (month, number) in [("2022-05", 1), ("2022-04", 1), ("2022-05", 2)] {
      let contents = EditionContents(
        edition: EditionRecord(
          month: month, number: number, predecessor: nil, reason: nil, materiality: nil, causes: "", changes: 0,
          programme: "essai", bilanVersion: "0", fingerprint: "", figures: "", manifest: "", acceptedLoss: false,
          publishedAt: "", effects: ""),
        inputs: [], definitions: [], findings: [], figures: [], archivedExports: [])
      try store.ledger.commit(
        contents, as: store.ledger.lists(of: contents), keyId: "",
        run: RunRecord(at: "", month: month, bilanVersion: "0", outcome: .published))
    }
  }

  deinit { try? removeTree(folder) }

  @Test func ofAMonth() throws {
    #expect(try store.editions(of: may).map(\.name) == ["2022-05.1", "2022-05.2"])
    #expect(try store.current(may)?.name == "2022-05.2")
    #expect(try store.current(may.advanced(by: 1))?.name == nil)
  }

  @Test(arguments: [
    ("2022-05.1", true), ("2022-04.1", true), ("2022-04.2", false), ("2022-05.01", false), ("2022-05.+1", false),
    ("2022-05", false), ("1", false), ("2022-05.", false), (".1", false), ("", false),
  ])
  func byName(_ name: String, _ exists: Bool) throws {
    #expect(try store.edition(name)?.name == (exists ? name : nil))
  }

  @Test func bySuccession() throws {
    let first = try #require(try store.edition("2022-05.1"))
    let second = try #require(try store.successor(of: first))
    #expect(second.name == "2022-05.2")
    #expect(try store.successor(of: second)?.name == nil)
  }

  @Test func isClosedByTheLastWordAlone() throws {
    func say(_ isClosed: Bool, _ month: Month, _ reason: String) throws {
      try store.ledger.close(
        ClosingRecord(month: month.description, isClosed: isClosed, reason: reason, at: "2022-07-01T00:00:00Z"))
    }
    #expect(try store.closing(of: may) == nil)
    try say(true, may, "fin")
    try say(false, may.advanced(by: -1), "autre mois")
    #expect(try store.closing(of: may)?.reason == "fin")
    try say(false, may, "erreur")
    #expect(try store.closing(of: may) == nil)
    try say(true, may, "fin encore")
    #expect(try store.closing(of: may)?.reason == "fin encore")
  }
}
