import Domain
import Testing

@testable import Compute

/// The cells in which groups of rows stand, and what they add up to there.
@Suite struct GroupCellsTests {
  private func table(_ rows: [Job]) -> JobRows {
    var table = JobRows(association: 0, month: Month("2022-05")!, file: "f")
    for row in rows { table.append(row, line: 0) }
    return table
  }
  private let rows = [
    Job(1, .cree, axis: "x", sex: .f), Job(2, .cree, axis: "x", scheme: .aci, sex: .f),
    Job(3, .cree, axis: "y", sex: nil), Job(4, .cree, axis: "x", sex: .h),
  ]

  private func sums(_ dimensions: [Dimension], _ amounts: [Int?]) -> [UInt64: Int] {
    let table = table(rows)
    let groups = JobGroups(table)
    #expect(groups.count == rows.count)
    let cells = GroupCells(Breakdown(dimensions: dimensions), table, groups)
    let asked = amounts.enumerated().compactMap { group, amount in amount.map { (group: group, amount: $0) } }
    return Dictionary(uniqueKeysWithValues: cells.sums(asked).map { ($0.cell, $0.sum) })
  }

  @Test func groupsOfACellAddUp() {
    let (x, y) = (UInt64(table(rows).axis[0]), UInt64(table(rows).axis[2]))
    #expect(sums([], [1, 2, 4, 8]) == [0: 15])
    #expect(sums([.axe], [1, 2, 4, 8]) == [x: 11, y: 4])
    // A group that adds 0 is there; one that nobody asks is not.
    #expect(sums([.axe], [nil, nil, 0, nil]) == [y: 0])
    // Rows without a scheme are in no cell of it.
    #expect(sums([.dispositif], [1, 2, 4, 8]).values.sorted() == [2])
  }

  /// Who gives no sex stands in the cell of the unknown.
  @Test func sexBelongsToTheCell() {
    let (f, h) = (UInt64(Sex.f.rawValue), UInt64(Sex.h.rawValue))
    let unknown = UInt64(Breakdown.unknownSex)
    #expect(sums([.sexe], [1, 2, 4, 8]) == [f: 3, h: 8, unknown: 4])
    let (x, y) = (UInt64(table(rows).axis[0]) << 32, UInt64(table(rows).axis[2]) << 32)
    #expect(sums([.axe, .sexe], [1, 2, 4, 8]) == [x | f: 3, x | h: 8, y | unknown: 4])
  }
}
