import Domain
import Testing

@testable import Protect

/// What is open together.
struct PartRowsTests {
  private typealias Row = PartRows.Row

  private func row(_ columns: Int...) -> Row {
    Row(terms: columns.map { ($0, 1) }, lower: 0, upper: 0, waits: false)
  }

  /// Rows 0–1–2 and 2–3, 4–5; 6 stands alone.
  private var rows: [Row] { [row(0, 1, 2), row(2, 3), row(4, 5)] }

  @Test func rowsBetweenOpenColumnsKeepThemTogether() {
    let part = PartRows(rows, columns: 7, joined: [])
    #expect(part.components { _ in true } == [[0, 1, 2, 3], [4, 5], [6]])
    // What is closed is a wall.
    #expect(part.components { $0 != 2 } == [[0, 1], [3], [4, 5], [6]])
    #expect(part.components { $0 == 3 || $0 == 4 } == [[3], [4]])
    #expect(part.components { _ in false } == [])
  }

  @Test func soDoesWhatIsAskedAboutTogether() {
    let part = PartRows(rows, columns: 7, joined: [[6, 4], [5]])
    #expect(part.components { _ in true } == [[0, 1, 2, 3], [4, 5, 6]])
    #expect(part.components { $0 != 4 } == [[0, 1, 2, 3], [5], [6]])
  }

  @Test func aRegionHasTheClosedColumnsAroundIt() {
    let part = PartRows(rows, columns: 7, joined: [])
    #expect(part.rows(of: [3]).map { $0.terms.map(\.column) } == [[2, 3]])
    #expect(OpenRegion([3], part).columns == [2, 3])
    #expect(OpenRegion([0, 1], part).columns == [0, 1, 2])
    #expect(OpenRegion([6], part).columns == [6])
  }

  /// 3 = 1 + 2 with the 3 closed: what one member gains the other loses; the 3 is to blame.
  @Test func aRegionFindsTheEndsAndWhatTheyRestOn() throws {
    let sum = Row(terms: [(0, -1), (1, 1), (2, 1)], lower: 0, upper: 0, waits: false)
    let region = OpenRegion([1, 2], PartRows([sum], columns: 3, joined: []))
    region.setBounds(of: 1, -1...9)
    region.setBounds(of: 2, -2...9)
    let most = try #require(region.optimum(.most, of: [(1, 1)]))
    #expect(most.aim == 2 && region.steps(of: most) == [1: 2, 2: -2])
    #expect(Set(region.binding).contains(0))
    region.setBounds(of: 0, 0...4)
    #expect(region.wholeOptimum(.most, of: [(1, 1)])?.aim == 6)
  }
}
