import Domain
import Testing

@testable import Ingest

struct RefusedShareTests {
  /// `good` rows and `bad` ones.
  private func read(good: Int, bad: Int, share: Int64 = 2_000, tail: String = "") throws -> ReadFile {
    var programme = Sample.programme()
    programme.rules.maxRejectedShare = Quantity(tenThousandths: share)
    let rows =
      (0..<good).map { Exports.goodRow(.etp, $0) } + (0..<bad).map { "2022-05;X\($0);;mobilite;;cdi;existant;2;;;;;" }
    let reader = AssociationReader(programme: programme, reference: Sample.reference, index: 0)
    return try Sample.read(.etp, ([Exports.headers[.etp]!] + rows).joined(separator: "\n") + tail, with: reader)
  }

  @Test(
    "the share itself is accepted, more is not; fewer than three rows refuse no file",
    arguments: [
      (4, 1, true), (8, 2, true), (7, 2, true), (3, 1, true), (79, 20, false), (80, 20, true), (0, 2, true),
      (12, 3, true), (11, 3, false), (0, 3, false),
      (1, 0, true),
    ])
  func boundary(_ good: Int, _ bad: Int, _ isAccepted: Bool) throws {
    let file = try read(good: good, bad: bad)
    #expect((file.rows != nil) == isAccepted)
    #expect(file.findings.contains { $0.code == "too-many-refused-rows" && $0.severity == .file } == !isAccepted)
    #expect(file.rowsKept == (isAccepted ? good : 0) && file.rowsRefused == bad)
    // Its rows' faults are listed all the same.
    #expect(file.findings.count { $0.code == "out-of-range" } == min(bad, 100))
  }

  @Test(
    "the share is the programme's",
    arguments: [(Int64(0), 97, 3, false), (10_000, 0, 5, true), (300, 97, 3, true), (299, 97, 3, false)])
  func configured(_ share: Int64, _ good: Int, _ bad: Int, _ isAccepted: Bool) throws {
    #expect((try read(good: good, bad: bad, share: share).rows != nil) == isAccepted)
  }

  @Test("blank and total rows are no rows") func otherRows() throws {
    let tail = "\n;;;\n\n\nTotal;;;;;;;5;;;;;\n"
    #expect(try read(good: 12, bad: 3, tail: tail).rows != nil)
    #expect(try read(good: 11, bad: 3, tail: tail).rows == nil)
  }

  @Test("every sort of refused row counts: width, value, disagreement, duplicate") func everySort() throws {
    let rows = [
      "2022-05;short", "2022-05;A;;mobilite;;cdi;existant;9;;;;;", "2022-05;B;;mobilite;;cdi;existant;1;;;;;",
      "2022-05;B;x;mobilite;;cdi;cree;1;;;;;", "2022-05;C;;mobilite;;cdi;existant;1;;;;;",
      "2022-05;C;;mobilite;;cdi;existant;1;;;;;",
    ]
    for good in [19, 20] {
      let all = [Exports.headers[.etp]!] + rows + (0..<good - 1).map { Exports.goodRow(.etp, $0) }
      let file = try Sample.read(.etp, all.joined(separator: "\n"))
      // 5 of 24, 5 of 25: the first row of C is kept.
      #expect((file.rows != nil) == (good == 20))
      #expect(file.rowsRefused == 5)
    }
  }

  @Test("a header without rows is an accepted file: nothing this month", arguments: ExportKind.allCases)
  func headerAlone(_ kind: ExportKind) throws {
    for end in ["", "\n", "\r\n\r\n;;;\r\n"] {
      let file = try Sample.read(kind, Exports.headers[kind]! + end)
      #expect(file.rows != nil && file.rowsKept == 0 && file.findings.isEmpty)
    }
  }
}
