import Testing

@testable import Ledger

/// A row is taken over from an edition before where every column is the same, byte for byte; else the edition writes it itself.
@Suite struct SameRowsTests {
  private let input = InputRecord(
    association: "afeji", kind: "etp", month: "2022-01", file: "exports/afeji/etp-2022-01.csv", sha256: "a",
    outcome: "accepted", isOwed: true, rowsKept: 3, rowsRefused: 1, waived: nil, archive: "a.csv")
  private let finding = FindingRecord(
    code: "out-of-range", severity: "row", association: "afeji", kind: "etp", month: "2022-01", file: "f", line: 1,
    row: 2, otherLines: "4 5", column: 3, header: "Salarié", rule: "règle", remedy: "remède")

  /// Whether an edition with the second list takes over the first one's row.
  private func isTakenOver<Record: ListedRecord>(_ before: Record, _ record: Record) -> Bool {
    let list = EditionList([before], of: "2022-01.1", behind: [])
    return EditionList([record], of: "2022-02.1", behind: [list]).own(of: "2022-02.1") == nil
  }

  private func changed<Record>(_ record: Record, _ change: (inout Record) -> Void) -> Record {
    var record = record
    change(&record)
    return record
  }

  @Test func everyColumnOfAFile() {
    let changes: [(inout InputRecord) -> Void] = [
      { $0.association = "adds" }, { $0.kind = "reunions" }, { $0.month = "2022-02" }, { $0.file = "g" },
      { $0.sha256 = "b" }, { $0.outcome = "refused" }, { $0.isOwed = false }, { $0.rowsKept = 4 },
      { $0.rowsRefused = 0 }, { $0.waived = "" }, { $0.archive = nil },
    ]
    #expect(changes.count == Mirror(reflecting: input).children.count)
    #expect(isTakenOver(input, input))
    for (number, change) in changes.enumerated() { #expect(!isTakenOver(input, changed(input, change)), "\(number)") }
  }

  @Test func everyColumnOfAFinding() {
    let changes: [(inout FindingRecord) -> Void] = [
      { $0.code = "unreadable" }, { $0.severity = "note" }, { $0.association = nil }, { $0.kind = nil },
      { $0.month = nil }, { $0.file = "" }, { $0.line = nil }, { $0.row = 3 }, { $0.otherLines = "4" },
      { $0.column = 0 }, { $0.header = "Salarie\u{301}" }, { $0.rule = "re\u{300}gle" },
      { $0.remedy = "reme\u{300}de" },
    ]
    #expect(changes.count == Mirror(reflecting: finding).children.count)
    #expect(isTakenOver(finding, finding))
    for (number, change) in changes.enumerated() {
      #expect(!isTakenOver(finding, changed(finding, change)), "\(number)")
    }
  }
}
