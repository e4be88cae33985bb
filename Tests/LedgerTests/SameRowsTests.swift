import Testing

@testable import Ledger

/// A row is taken over from an edition before where every column is the same, byte for byte; else the edition writes it itself.
@Suite struct SameRowsTests {
  /// Columns of a file, to be changed one by one.
  private struct Input {
    var association = "afeji", kind = "etp", month = "2022-01", file = "exports/afeji/etp-2022-01.csv", sha256 = "a"
    var outcome = "accepted"
    var (isOwed, rowsKept, rowsRefused) = (true, 3, 1)
    var waived: String?
    var archive: String? = "a.csv"

    var record: InputRecord {
      InputRecord(
        association: association, kind: kind, month: month, file: file, sha256: sha256, outcome: outcome,
        isOwed: isOwed, rowsKept: rowsKept, rowsRefused: rowsRefused, waived: waived, archive: archive)
    }
  }
  private struct Finding {
    var code = "out-of-range", severity = "row"
    var association: String? = "afeji", kind: String? = "etp", month: String? = "2022-01"
    var file = "f"
    var line: Int? = 1, row: Int? = 2
    var otherLines = "4 5"
    var column: Int? = 3
    var header: String? = "Salarié"
    var rule = "règle", remedy = "remède"

    var record: FindingRecord {
      FindingRecord(
        code: code, severity: severity, association: association, kind: kind, month: month, file: file, line: line,
        row: row, otherLines: otherLines, column: column, header: header, rule: rule, remedy: remedy)
    }
  }

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
    let changes: [(inout Input) -> Void] = [
      { $0.association = "adds" }, { $0.kind = "reunions" }, { $0.month = "2022-02" }, { $0.file = "g" },
      { $0.sha256 = "b" }, { $0.outcome = "refused" }, { $0.isOwed = false }, { $0.rowsKept = 4 },
      { $0.rowsRefused = 0 }, { $0.waived = "" }, { $0.archive = nil },
    ]
    #expect(changes.count == Mirror(reflecting: Input().record).children.count)
    #expect(isTakenOver(Input().record, Input().record))
    for (number, change) in changes.enumerated() {
      #expect(!isTakenOver(Input().record, changed(Input(), change).record), "\(number)")
    }
  }

  @Test func everyColumnOfAFinding() {
    let changes: [(inout Finding) -> Void] = [
      { $0.code = "unreadable" }, { $0.severity = "note" }, { $0.association = nil }, { $0.kind = nil },
      { $0.month = nil }, { $0.file = "" }, { $0.line = nil }, { $0.row = 3 }, { $0.otherLines = "4" },
      { $0.column = 0 }, { $0.header = "Salarie\u{301}" }, { $0.rule = "re\u{300}gle" },
      { $0.remedy = "reme\u{300}de" },
    ]
    #expect(changes.count == Mirror(reflecting: Finding().record).children.count)
    #expect(isTakenOver(Finding().record, Finding().record))
    for (number, change) in changes.enumerated() {
      #expect(!isTakenOver(Finding().record, changed(Finding(), change).record), "\(number)")
    }
  }
}
