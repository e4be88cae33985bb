import Domain
import Foundation
import Ledger
import Testing

@testable import Host
@testable import Pipeline

/// What is told of a purge afterwards: history names it and the editions that it took from, status that it took place, or is due.
@Suite struct NotedPurgeTests {
  private let small: SmallProgramme
  private func later(_ months: Int) -> Day { todayInParis().adding(months: months) }

  init() throws {
    small = try SmallProgramme()
    try small.correctJanuary()
  }

  private func purge(_ months: Int, on day: Day, isDry: Bool = false) throws {
    _ = try purgeArchive(
      InputsFolder(small.inputs.path), small.reports, olderThan: months, isDry: isDry, today: day, listed: { _ in })
  }
  private func history(_ month: String? = nil) throws -> EditionHistory {
    try EditionHistory(month.flatMap { Month($0) }, reports: small.reports)
  }
  private func retention() throws -> ProgrammeStatus.Retention {
    try programmeStatus(inputs: InputsFolder(small.inputs.path), reports: small.reports).retention
  }

  @Test("without a purge there is nothing to tell, a question included") func none() throws {
    try purge(36, on: later(36), isDry: true)
    #expect(try history().purges.isEmpty && history().entries.allSatisfy { $0.purged == nil })
    let told = try retention()
    #expect(told.lastPurge == nil && told.purged.isEmpty && told.past == 0 && told.months == nil)
  }

  @Test("each edition says how much of it is gone and since when, and so does its month alone") func all() throws {
    try purge(36, on: later(36))
    let today = todayInParis()
    #expect(
      try history().entries.map(\.purged) == [2, 2, 3].map { PurgedRows(archives: $0, day: today) })
    let purge = try #require(try history().purges.first)
    #expect(try history().purges.count == 1)
    #expect(purge.months == 36 && purge.archives == 4 && purge.editions == small.editions)
    #expect(try history("2022-02").purges == [purge])
    #expect(try history("2022-02").entries.map(\.purged) == [PurgedRows(archives: 3, day: today)])
    let told = try retention()
    #expect(told.lastPurge == purge && told.purged == small.editions && told.past == 0)
  }

  @Test("a month of which nothing went has neither") func apart() throws {
    try small.edit("programme.yaml", "rules:", "rules:\n  retention_months: 60")
    _ = try closeMonth(Month("2022-02")!, isClosed: true, reason: nil, reports: small.reports)
    try purge(12, on: later(13))
    #expect(try history("2022-01").purges.map(\.editions) == [["2022-01.1"]])
    #expect(try history("2022-01").entries.map { $0.purged?.archives } == [1, nil])
    #expect(try history("2022-02").purges.isEmpty)
    #expect(try retention().purged == ["2022-01.1"])
  }

  @Test("a row that somebody wrote by hand is no purge") func unproved() throws {
    try purge(36, on: later(36))
    try small.ledger("UPDATE purge SET seal = 'x'")
    #expect(try history().purges.isEmpty && history().entries.allSatisfy { $0.purged == nil })
  }

  @Test("noted, and killed before anything went: the purge took place, and nothing is gone") func killed() throws {
    var record = PurgeRecord(archive: try small.archived(.etp, "2022-01.1").name, months: 36, at: timestamp(Clock.now))
    record.seal = sha256(record.text.utf8)
    try Ledger(small.reports.ledger, .writing).purge([record])
    #expect(try history().purges.count == 1)
    #expect(try history().entries.allSatisfy { $0.purged == nil } && retention().purged.isEmpty)
  }

  @Test("leftovers whose own time is over are counted as due, until they go") func due() throws {
    try small.edit("programme.yaml", "rules:", "rules:\n  retention_months: 60")
    let file = small.reports.own + "/archive/\(String(repeating: "0", count: 64)).csv"
    try Data("x".utf8).write(to: URL(filePath: file))
    #expect(try retention().past == 0 && retention().months == 60)
    try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 0)], ofItemAtPath: file)
    #expect(try retention().past == 1)
    try purge(60, on: todayInParis())
    #expect(try retention().past == 0 && retention().lastPurge == nil)
  }
}
