import Domain
import Testing

@testable import Compute

/// Rows stand in one group only where no condition and no breakdown can tell them apart.
@Suite struct JobGroupsTests {
  /// One row: every code 1, nothing filled in.
  private func row() -> JobRows {
    var rows = JobRows(association: 0, month: Month("2022-05")!, file: "f")
    rows.line = [1]
    rows.job = [1]
    rows.employee = [0]
    rows.axis = [1]
    rows.contract = [1]
    rows.status = [1]
    rows.scheme = [1]
    rows.sex = [1]
    rows.commune = [1]
    rows.fullTimeEquivalent = [-1]
    rows.hours = [-1]
    rows.start = [Int32.min]
    rows.end = [Int32.min]
    return rows
  }

  private func joined(_ all: [JobRows]) -> JobRows {
    var rows = JobRows(association: 0, month: Month("2022-05")!, file: "f")
    rows.line = all.flatMap(\.line)
    rows.job = all.flatMap(\.job)
    rows.employee = all.flatMap(\.employee)
    rows.axis = all.flatMap(\.axis)
    rows.contract = all.flatMap(\.contract)
    rows.status = all.flatMap(\.status)
    rows.scheme = all.flatMap(\.scheme)
    rows.sex = all.flatMap(\.sex)
    rows.commune = all.flatMap(\.commune)
    rows.fullTimeEquivalent = all.flatMap(\.fullTimeEquivalent)
    rows.hours = all.flatMap(\.hours)
    rows.start = all.flatMap(\.start)
    rows.end = all.flatMap(\.end)
    return rows
  }

  private func changed(_ change: (inout JobRows) -> Void) -> JobRows {
    var rows = row()
    change(&rows)
    return rows
  }

  /// The last code of each list and the blank, the last axis that eight bits hold, the largest commune: no field spills into
  /// another.
  @Test func everyFieldTellsRowsApart() {
    var all = [row()]
    for code in Codebook.contract.entries.map(\.code) + [0] { all.append(changed { $0.contract = [code] }) }
    for code in Codebook.jobStatus.entries.map(\.code) + [0] { all.append(changed { $0.status = [code] }) }
    for code in Codebook.jobScheme.entries.map(\.code) + [0] { all.append(changed { $0.scheme = [code] }) }
    for code in Codebook.sex.entries.map(\.code) + [0] { all.append(changed { $0.sex = [code] }) }
    for axis: UInt8 in [2, 4, 8, 16, 32, 64, 128, 255] { all.append(changed { $0.axis = [axis] }) }
    for commune in [2, 256, CommuneCode("99999")!.packed] { all.append(changed { $0.commune = [commune] }) }
    all += [
      changed { $0.employee = [7] }, changed { $0.fullTimeEquivalent = [0] }, changed { $0.hours = [0] },
      changed { $0.start = [19_000] }, changed { $0.end = [19_000] },
    ]
    // A field that conditions may ask about and that is not here would be lost in a group: poste_id and the association are
    // asked of no group.
    #expect(Field.of(.etp).subtracting([.poste_id, .association]).count == 11)
    // Of each list one is the row itself, which stands once more.
    #expect(JobGroups(joined(all)).count == all.count - 4)
    #expect(JobGroups(joined([row(), row(), row()])).count == 1)
  }

  /// What tells no row apart: the job's own number, and how much it is.
  @Test func sumsWithinAGroup() throws {
    let rows = joined([
      changed {
        $0.job = [1]; $0.fullTimeEquivalent = [5_000]
      },
      changed {
        $0.job = [2]; $0.fullTimeEquivalent = [2_500]
      },
      changed {
        $0.job = [3]; $0.fullTimeEquivalent = [10_000]; $0.hours = [1_516_700]
      },
    ])
    let groups = JobGroups(rows)
    let reference = Reference(
      vintages: [],
      fullTimeHours: [
        Reference.FullTimeHours(
          scheme: .aci, validFrom: Day(year: 2014, month: 1, day: 1), annual: Quantity(1820), counted: .paid,
          source: "s")
      ])
    let etp = Measure.sumStock(.etp, preferHours: false)
    #expect(groups.count == 2)
    #expect(try #require(groups.amount(0, rows, etp, reference)) == (7_500, 0))
    #expect(try #require(groups.amount(1, rows, etp, reference)) == (10_000, 0))
    #expect(
      try #require(groups.amount(1, rows, .sumStock(.etp, preferHours: true), reference)) == (1_516_700, 18_200_000))
    #expect(try #require(groups.amount(1, rows, .sumFlow(.heures), reference)) == (1_516_700, 0))
    #expect(groups.amount(0, rows, .sumFlow(.heures), reference) == nil)
  }

  /// The most hours that a row may have, a million times: within 64 bits.
  @Test func theLargestSums() throws {
    guard case .decimal(let range, _)? = ExportSchema.of(.etp).column("heures")?.type else {
      Issue.record("heures is no decimal")
      return
    }
    // An export has a million rows at most, and ten thousand of them are a hundred months of a hundred associations.
    let (product, isOver) = range.upperBound.multipliedReportingOverflow(by: 100_000_000)
    #expect(!isOver && product > 0)
  }
}
