import Domain
import Foundation
import Testing

@testable import Pipeline

/// Editions that are verified together share what was read of the archive, and find what each finds alone.
@Suite struct SharedReadingsTests {
  /// Three months; then a file that was late, and a corrected one.
  private func published() throws -> SmallProgramme {
    let small = try SmallProgramme()
    for month in ["2022-01", "2022-02", "2022-03"] {
      if month != "2022-01" { try small.jobs("die", month, "1 existant 1") }
      try small.jobs("adds", month, "1 cree 1", "2 existant 0.5")
      try small.persons("adds", month, 12)
    }
    try small.run("2022-01", to: "2022-03")
    try small.jobs("die", "2022-01", "1 existant 1")
    try small.jobs("adds", "2022-02", "1 cree 1", "2 existant 0.75")
    try small.run("2022-01", to: "2022-03")
    return small
  }

  private struct Rows: Equatable {
    let files: [String]
    let lines: [[UInt32]]
    let registers: [String]
    let deliveries: Deliveries
    let figures: [Figure]
    init(_ checked: CheckedMonth) throws {
      files = checked.facts.jobs.map { "\($0.file) \($0.month)" }
      lines = checked.facts.jobs.map(\.line)
      registers = checked.facts.registers.map { "\($0.file) \($0.month)" }
      deliveries = checked.facts.deliveries
      figures = try computeAll(checked).all
    }
  }

  @Test func eachEditionHasItsOwnRows() throws {
    let small = try published()
    let store = try small.store()
    let editions = try store.editions()
    #expect(editions.count == 6)
    var sharing = store
    sharing.readings = SharedReadings()
    for edition in editions.sorted(by: { ($0.month, $0.number) > ($1.month, $1.number) }) {
      let shared = try Rows(readEdition(edition, sharing))
      #expect(try shared == Rows(readEdition(edition, store)), "\(edition.name)")
    }
    // The newest edition's rows are those of the months before as they are now.
    let newest = try small.edition("2022-03.2")
    let records = try store.definitionRecords(of: newest)
    func isShared(_ name: String) throws -> Bool {
      let edition = try small.edition(name)
      return try sharing.readings?.reading(
        of: store.month(of: edition), store.inputs(of: edition), under: records) != nil
    }
    #expect(try isShared("2022-01.2"))
    #expect(try isShared("2022-02.2"))
    #expect(try !isShared("2022-01.1"), "die's file came later")
    #expect(try !isShared("2022-02.1"), "adds' file was another")
  }

  @Test func damageIsFoundInEveryEditionThatItReaches() throws {
    let small = try published()
    #expect(try verifyEditions(nil, reports: small.reports).allSatisfy { $0.discrepancies.isEmpty })
    let store = try small.store()
    let entry = try small.archived(.beneficiaires, "2022-01.2")
    try Data("autre chose\n".utf8).write(to: URL(filePath: store.archive.path(entry)))
    let found = try verifyEditions(nil, reports: small.reports)
    #expect(found.map(\.edition) == (try store.editions().map(\.name)))
    #expect(found.allSatisfy { !$0.discrepancies.isEmpty })
  }
}
