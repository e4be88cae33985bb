import Domain
import GRDB
import Testing

@testable import Pipeline

/// What editions of a series have in common is made once in a run of many months: they are what they are where each month has a run
/// of its own.
@Suite struct SeriesListsTests {
  private let months = ["2022-01", "2022-02", "2022-03", "2022-04"]

  /// A row that is refused in each file of both associations.
  private func inputs() throws -> SmallProgramme {
    let small = try SmallProgramme()
    for month in months {
      try small.jobs("adds", month, "1 cree 1", "2 cree 0,5", "4 existant -1", "5 existant 1")
      try small.jobs("die", month, "1 existant 1 alimentation", "2 existant -1 alimentation", "3 cree 1 alimentation")
    }
    try small.persons("adds", "2022-02", 20)
    return small
  }

  private func rows(_ table: String, _ columns: String, _ small: SmallProgramme) throws -> [Row] {
    try DatabaseQueue(path: small.reports.ledger).read { db in
      try Row.fetchAll(db, sql: "SELECT \(columns) FROM \(table) ORDER BY \(columns)")
    }
  }

  private func requireSame(_ a: SmallProgramme, _ b: SmallProgramme) throws {
    for (table, columns) in [
      ("wholeFinding", "edition, position, source, start, code, month, file, line, rule, remedy"),
      (
        "wholeInput",
        "edition, position, source, start, association, kind, month, file, sha256, outcome, isOwed, archive"
      ),
      ("inherited", "edition, list, position, length, source, start"), ("delivery", "association, kind, month, sha256"),
      ("definition", "edition, file, sha256"), ("figure", "edition, position, indicator, value, status"),
      ("edition", "id, month, number, fingerprint, figures, manifest, effects"),
    ] {
      let (one, other) = (try rows(table, columns, a), try rows(table, columns, b))
      #expect(one == other && !one.isEmpty, "\(table)")
    }
  }

  @Test func inOneRunAndMonthByMonth() throws {
    let atOnce = try inputs()
    let oneByOne = try SmallProgramme(copying: atOnce)
    try atOnce.run("2022-01", to: "2022-04")
    for month in months { try oneByOne.run(month) }
    try requireSame(atOnce, oneByOne)
    // A file that is corrected, one that goes and one that comes.
    for small in [atOnce, oneByOne] {
      try small.edit("exports/adds/etp-2022-02.csv", "-1", "0,25")
      try small.remove("exports/die/etp-2022-03.csv")
      try small.persons("die", "2022-03", 12)
    }
    try atOnce.run("2022-02", to: "2022-04") { ($0.reason, $0.acceptsLoss) = ("correction", true) }
    for month in months.dropFirst() {
      try oneByOne.run(month) { ($0.reason, $0.acceptsLoss) = ("correction", true) }
    }
    #expect(try atOnce.store().editions().count == 7)
    try requireSame(atOnce, oneByOne)
    for small in [atOnce, oneByOne] {
      #expect(try verifyEditions(nil, reports: small.reports).allSatisfy { $0.discrepancies.isEmpty })
    }
  }

  /// In the ledger findings stand month by month, and a person reads them file by file.
  @Test func findingsInTheLedgerAndToReaders() throws {
    let small = try inputs()
    try small.run("2022-01", to: "2022-04")
    let found = try small.store().findings(of: small.edition("2022-04.1")).all
    #expect(found.count { $0.severity == .row } == 8 && found.inOrder() == found)
    #expect(Set(found.prefix(4).map(\.association)) == ["adds"])
    let kept = try rows("wholeFinding", "edition, position, month", small).filter { $0["edition"] == 4 }
    let order = kept.map { ($0["month"] as String?) ?? "" }
    #expect(order == order.sorted() && order.count == found.count)
    // One piece a month.
    let pieces = try rows("inherited", "edition, list", small).filter { $0["list"] == "finding" }
    for edition in 1...4 { #expect(pieces.count { $0["edition"] == edition } == edition - 1, "\(edition)") }
  }
}
