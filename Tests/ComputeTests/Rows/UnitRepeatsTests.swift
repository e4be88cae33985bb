import Domain
import Testing

@testable import Compute

/// Which rows share their unit with another row of the month.
@Suite struct UnitRepeatsTests {
  private func table(_ rows: [(job: UInt32, employee: UInt32)]) -> JobRows {
    var table = JobRows(association: 0, month: Month("2022-05")!, file: "f")
    for row in rows { table.append(Job(row.job, .cree, employee: row.employee), line: 0) }
    return table
  }

  @Test func rowsOfOneTableAndOfTwo() {
    let tables = [table([(1, 7), (2, 8), (1, 9), (3, 9)]), table([(4, 7), (2, 5)]), table([])]
    #expect(
      UnitRepeats(tables, ofEmployees: false).isShared == [[true, true, true, false], [false, true], []])
    #expect(UnitRepeats(tables, ofEmployees: true).isShared == [[true, false, true, true], [true, false], []])
    #expect(UnitRepeats([], ofEmployees: true).isShared.isEmpty)
  }

  /// As many as no counter of two values holds.
  @Test func manyTimes() {
    let rows: [(job: UInt32, employee: UInt32)] = (UInt32(0)..<600).map { row in
      (job: row % 2 == 0 ? 1 : row + 1, employee: row + 1)
    }
    let shared = UnitRepeats([table(rows)], ofEmployees: false).isShared[0]
    #expect(shared.enumerated().allSatisfy { $1 == ($0 % 2 == 0) })
  }
}
