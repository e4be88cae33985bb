import Domain
import Foundation
import Ledger
import Testing

@testable import Host
@testable import Pipeline

/// What goes when its time is over, what stays, and what is said of it afterwards. Editions are published when the test runs: `today`
/// is so many months later.
@Suite struct PurgeTests {
  private let small: SmallProgramme
  /// Months from the publication on.
  private func later(_ months: Int) -> Day { todayInParis().adding(months: months) }

  init() throws {
    small = try SmallProgramme()
    try small.correctJanuary()
    #expect(small.editions == ["2022-01.1", "2022-01.2", "2022-02.1"])
  }

  @discardableResult
  private func purge(
    _ months: Int?, on day: Day, isDry: Bool = false, listed: (Purge) throws -> Void = { _ in }
  ) throws -> Purge {
    try purgeArchive(
      InputsFolder(small.inputs.path), small.reports, olderThan: months, isDry: isDry, today: day, listed: listed)
  }

  private var archives: [String] {
    get throws { try listFolder(small.reports.own + "/archive").map(\.name).filter { $0.hasSuffix(".csv") } }
  }

  @Test("nothing goes on the day before, everything on the day") func toTheDay() throws {
    let day = later(36)
    #expect(try purge(36, on: Day(number: day.number - 1)).entries.isEmpty)
    #expect(try archives.count == 4)
    let purge = try purge(36, on: day)
    #expect(purge.isDone && purge.entries.count == 4 && purge.kept == 0)
    #expect(purge.editions == ["2022-01.1", "2022-01.2", "2022-02.1"])
    #expect(try archives.isEmpty)
  }

  @Test("a question removes nothing, and answers what the purge then does") func dry() throws {
    let asked = try purge(36, on: later(36), isDry: true)
    #expect(!asked.isDone)
    #expect(try archives.count == 4)
    #expect(try small.store().ledger.purges().isEmpty)
    var listed: Purge?
    let done = try purge(36, on: later(36)) {
      listed = $0
      // It is told before it happens.
      let count = try archives.count
      #expect(count == 4)
    }
    #expect(listed?.entries == asked.entries && done.entries == asked.entries)
    let first = try #require(asked.entries.first)
    #expect(first.files == ["exports/adds/etp-2022-01.csv"])
  }

  @Test("what was sent is kept for the programme's own period, from the sending on") func sent() throws {
    try small.edit("programme.yaml", "rules:", "rules:\n  retention_months: 60")
    _ = try noteSending(
      Month("2022-01")!, to: "region", edition: "2022-01.1", on: todayInParis(), reports: small.reports)
    // Of the first edition both files stay; of the others what they do not share with it goes.
    let purge = try purge(12, on: later(13))
    #expect(purge.ofEvidence == 60 && purge.kept == 2)
    #expect(purge.entries.map(\.editions) == [["2022-01.2", "2022-02.1"], ["2022-02.1"]])
    #expect(try small.verify("2022-01.1").purged == 0)
    #expect(try self.purge(12, on: later(59)).entries.isEmpty)
    #expect(try self.purge(12, on: later(60)).entries.count == 2)
  }

  @Test("so is the edition in force of a closed month") func closed() throws {
    try small.edit("programme.yaml", "rules:", "rules:\n  retention_months: 60")
    _ = try closeMonth(Month("2022-02")!, isClosed: true, reason: nil, reports: small.reports)
    let purge = try purge(12, on: later(13))
    #expect(purge.entries.map(\.editions) == [["2022-01.1"]])
    _ = try closeMonth(Month("2022-02")!, isClosed: false, reason: "x", reports: small.reports)
    #expect(try self.purge(12, on: later(13)).entries.count == 3)
  }

  @Test("without a period there is nothing to do; the programme's own holds where none is asked") func period() throws {
    #expect(throws: RetentionUnknown.self) { try purge(nil, on: later(600)) }
    try small.edit("programme.yaml", "rules:", "rules:\n  retention_months: 60")
    #expect(try purge(nil, on: later(59)).entries.isEmpty)
    #expect(try purge(nil, on: later(60)).entries.count == 4)
  }

  @Test("verify says what was purged, and nothing is wrong; a file that somebody else removed is missing") func honest()
    throws
  {
    try purge(36, on: later(36))
    for name in small.editions {
      let found = try small.verify(name)
      #expect(found.discrepancies.isEmpty && found.bytes == .purged && found.figures == 0)
      #expect(found.purged == (name == "2022-02.1" ? 3 : 2) && found.purgedOn == todayInParis())
    }
    // A row that somebody wrote by hand is no proof.
    try small.ledger("UPDATE purge SET seal = 'x'")
    #expect(try small.verify("2022-01.1").discrepancies.count == 2)
  }

  @Test("an edition whose predecessor's rows are gone verifies, but for its bytes") func predecessor() throws {
    try small.edit("programme.yaml", "rules:", "rules:\n  retention_months: 60")
    _ = try closeMonth(Month("2022-02")!, isClosed: true, reason: nil, reports: small.reports)
    try purge(12, on: later(13))
    let found = try small.verify("2022-01.2")
    #expect(found.discrepancies.isEmpty && found.purged == 0 && found.figures > 0 && found.bytes == .purged)
    #expect(try small.verify("2022-02.1").bytes == .same)
  }

  @Test("a damaged file is damaged, purged or not") func damaged() throws {
    let entry = try small.archived(.etp, "2022-01.1")
    try purge(36, on: later(36))
    try Data("x".utf8).write(to: URL(filePath: small.reports.own + "/archive/" + entry.name))
    #expect(try small.verify("2022-01.1").discrepancies.count == 1)
  }

  @Test("the months go on: a correction of a purged month is published, and its rows are kept anew") func correction()
    throws
  {
    try purge(36, on: later(36))
    #expect(try small.run("2022-01", to: "2022-02").allSatisfy { if case .unchanged = $0 { true } else { false } })
    try small.jobs("adds", "2022-01", "1 cree 0.25")
    let plan = try #require(try small.plan("2022-01").first)
    #expect(plan.next == "2022-01.3")
    #expect(try small.publish("2022-01")?.edition.description == "2022-01.3")
    let found = try small.verify("2022-01.3")
    #expect(found.discrepancies.isEmpty && found.purged == 0 && found.figures > 0)
    #expect(try small.verify("2022-01.2").discrepancies.isEmpty)
    _ = try programmeStatus(inputs: InputsFolder(small.inputs.path), reports: small.reports)
  }

  @Test("leftovers that no edition was made of go by their own age") func leftovers() throws {
    let file = small.reports.own + "/archive/\(String(repeating: "0", count: 64)).csv"
    try Data("x".utf8).write(to: URL(filePath: file))
    #expect(try purge(36, on: later(35)).leftovers.isEmpty)
    #expect(try purge(36, on: later(36)).leftovers.count == 1)
    #expect(!exists(file))
  }

  @Test("noted before it is removed: one that was killed between is finished by the next") func killed() throws {
    let ledger = try Ledger(small.reports.ledger, .writing)
    let entry = try small.archived(.etp, "2022-01.1")
    var record = PurgeRecord(archive: entry.name, months: 36, at: timestamp(Clock.now))
    record.seal = sha256(record.text.utf8)
    try ledger.purge([record])
    #expect(try small.verify("2022-01.1").purged == 0)
    #expect(try small.verify("2022-01.1").bytes == .same)
    #expect(try purge(36, on: later(36)).entries.count == 4)
    #expect(try archives.isEmpty)
    #expect(try small.verify("2022-01.1").discrepancies.isEmpty)
  }

  @Test(
    "a ledger that has lost which edition needs which rows lets none go",
    arguments: [
      "DELETE FROM inherited", "UPDATE input SET archive = NULL",
      "UPDATE edition SET publishedAt = '2000-01-01T00:00:00Z'",
    ]) func unproved(statement: String) throws
  {
    try small.jobs("adds", "2022-02", "1 cree 1")
    try small.run("2022-01", to: "2022-02")
    try small.ledger(statement)
    let archive = small.reports.own + "/archive"
    let before = try listFolder(archive).map(\.name)
    #expect(throws: LedgerInconsistent.self) { try purge(1, on: later(30)) }
    #expect(try listFolder(archive).map(\.name) == before)
  }

  @Test("a ledger made again still knows") func rebuilt() throws {
    try purge(36, on: later(36))
    try small.ledger("UPDATE edition SET causes = 'x' WHERE number = 2")
    let rebuilt = try #require(try rebuildLedger(small.reports))
    #expect(rebuilt.verifications.allSatisfy { $0.discrepancies.isEmpty && $0.purged > 0 })
    // Without the old one nobody knows, and that is said.
    try FileManager.default.removeItem(atPath: small.reports.ledger)
    let lost = try #require(try rebuildLedger(small.reports)).lost
    #expect(lost.contains { $0.contains("purgées") })
  }

  @Test("a month later is its last day where it has no such day") func months() {
    #expect(Day(year: 2024, month: 1, day: 31).adding(months: 1) == Day(year: 2024, month: 2, day: 29))
    #expect(Day(year: 2024, month: 2, day: 29).adding(months: 12) == Day(year: 2025, month: 2, day: 28))
    #expect(Day(year: 2024, month: 11, day: 30).adding(months: 36) == Day(year: 2027, month: 11, day: 30))
  }
}
