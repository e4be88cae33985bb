import Domain
import Testing

@testable import Query

/// The result of another engine: read whole, for one programme, or refused.
@Suite struct ReadLeavesTests {
  private static let header = ResultColumn.allCases.map(\.rawValue).joined(separator: ",")
  private static let facts = "facts,mois,7,24268,,,,,,,,42,,"
  private static let etp = ["deliveries etp,mois,7,24268,,,,,,1,,1,3,4", "contents etp,mois,7,24268,,,,,,1,,99,,3"]
  private static let rows = "rows etp,mois,7,24268,,,,,,1,,3,,"

  private func read(_ lines: [String], header: String = header) throws -> LeafResult {
    try readLeaves(Array(([header] + lines).joined(separator: "\n").utf8), file: "leaves.csv", programme: 7)
  }

  private func cause(_ lines: [String], header: String = header) -> LeavesUnreadable.Cause? {
    do {
      _ = try read(lines, header: header)
      return nil
    } catch { return (error as? LeavesUnreadable)?.cause }
  }

  @Test func rowsOfOneProgramme() throws {
    let leaves = [
      "count_first cree,mois,7,24268,3,,,,,,,5,,", "count_first cree,mois,8,24268,3,,,,,,,6,,",
      "count_first cree,question,,,1,,,,,,,,,", "month,question,,24268,,,,,,,,,,",
    ]
    let result = try read([Self.facts] + Self.etp + [Self.rows] + leaves)
    #expect(result.numbering == 42 && result.last == Month("2022-05") && result.months == [result.last])
    #expect(result.rows("count_first cree", .value).map(\.value) == [5])
    #expect(result.rows("count_first cree", .value).first?.cell == [.axe: 3])
    #expect(result.questions == [LeafResult.Question(leaf: "count_first cree", breakdown: [.axe])])
    let file = DeliveryState(
      association: 1, kind: .etp, month: result.last, isAccepted: true, isWaived: false, rowsKept: 3, rowsRefused: 1,
      content: 99)
    #expect(result.deliveries == [file])
  }

  /// Columns in another order, a mark, Windows' line ends: whoever writes CSV.
  @Test func whoeverWroteIt() throws {
    let columns = ResultColumn.allCases.map(\.rawValue)
    let turned = { (line: String) in
      line.split(separator: ",", omittingEmptySubsequences: false).reversed().joined(separator: ",")
    }
    let lines = ([columns.reversed().joined(separator: ",")] + ([Self.facts] + Self.etp + [Self.rows]).map(turned))
    let text = "\u{FEFF}" + lines.joined(separator: "\r\n") + "\r\n"
    let result = try readLeaves(Array(text.utf8), file: "leaves.csv", programme: 7)
    #expect(result.numbering == 42 && result.deliveries.count == 1)
  }

  @Test func whatIsNoResult() {
    #expect(cause([Self.facts], header: "leaf,value") == .column("span"))
    #expect(cause(["facts,mois,8,24268,,,,,,,,42,,"]) == .otherProgramme)
    #expect(cause([Self.facts, "a,mois,7,24268,,,,,,,,1.0,,"]) == .number(line: 3, column: "value"))
    #expect(cause([Self.facts, "a,mois,7"]) == .quoting(line: 3))
    #expect(cause([Self.facts, "a\"b,mois,7,24268,,,,,,,,1,,"]) == .quoting(line: 3))
  }

  /// Numbers that no engine gives, which would lead somewhere else, or nowhere.
  @Test(arguments: [
    ("facts,mois,7,-5,,,,,,,,42,,", "month"), ("a,mois,7,99999999,,,,,,,,1,,", "month"),
    ("a,mois,7,24268,-1,,,,,,,1,,", "axe"), ("a,mois,7,24268,4294967296,,,,,,,1,,", "axe"),
    ("a,mois,7,24268,,,,,,,,1000000000000001,,", "value"), ("a,mois,7,24268,,,,,,,,1,9223372036854775807,", "answered"),
  ])
  func numbersThatCannotBe(_ line: String, _ column: String) {
    #expect(cause([Self.facts, line]) == .number(line: 3, column: column))
  }

  @Test func sumsAreWider() throws {
    let result = try read([Self.facts, "sum_stock etp,mois,7,24268,,,,,,1,0,9000000000000000000,,"])
    #expect(result.rows("sum_stock etp", .value).map(\.value) == [9_000_000_000_000_000_000])
  }

  /// Two results put one after the other would count double.
  @Test func twoAnswers() {
    let row = "count_first cree,mois,7,24268,3,,,,,,,5,,"
    #expect(cause([Self.facts, row, row]) == .twice(line: 4))
    #expect(cause([Self.facts, row, "count_first cree,mois,7,24268,4,,,,,,,5,,"]) == nil)
  }

  /// A table loaded in part, not at all, or twice gives plausible numbers, and wrong ones.
  @Test func tablesThatWereNotWhole() throws {
    let month = try #require(Month("2022-05"))
    func rows(_ found: Int) -> LeavesUnreadable.Cause {
      .rows(.etp, month, association: 1, found: found, expected: 3)
    }
    #expect(cause([Self.facts] + Self.etp + ["rows etp,mois,7,24268,,,,,,1,,2,,"]) == rows(2))
    #expect(cause([Self.facts] + Self.etp + ["rows etp,mois,7,24268,,,,,,1,,6,,"]) == rows(6))
    #expect(cause([Self.facts] + Self.etp) == rows(0))
    for line in Self.etp + [Self.rows] {
      let all = [Self.facts] + Self.etp + [Self.rows, line]
      #expect(cause(all) == .twice(line: 6))
    }
  }
}
