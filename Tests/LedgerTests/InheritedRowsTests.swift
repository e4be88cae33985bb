import GRDB
import Testing

@testable import Ledger

/// Rows that an edition shares with the one before stand once, and every edition reads as it was written.
@Suite struct InheritedRowsTests {
  private func finding(_ number: Int) -> FindingRecord {
    FindingRecord(
      code: "out-of-range", severity: "row", association: "afeji", kind: "etp", month: "2022-01", file: "x",
      line: number, row: nil, otherLines: "", column: nil, header: nil, rule: "règle", remedy: "remède")
  }

  private func input(_ number: Int, archive: String? = nil) -> InputRecord {
    InputRecord(
      association: "afeji", kind: "etp", month: "m\(number)", file: "f", sha256: "s\(number)", outcome: "accepted",
      isOwed: true, rowsKept: 3, rowsRefused: 0, waived: nil, archive: archive ?? "raw.csv")
  }

  private func contents(_ number: Int, _ inputs: [InputRecord], _ findings: [FindingRecord]) -> EditionContents {
    var contents = SampleContents.edition(number)
    (contents.inputs, contents.findings) = (inputs, findings)
    return contents
  }

  private func count(_ table: String, _ ledger: Ledger) throws -> Int? {
    try ledger.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") }
  }

  /// Sixty editions, each with the rows of those before and one more in the middle of its findings.
  @Test func growsWithItsRows() throws {
    let folder = try LedgerFolder()
    let ledger = try Ledger(folder.path, .writing)
    func lists(_ number: Int) -> ([InputRecord], [FindingRecord]) {
      let numbers = Array(1...number)
      return (
        numbers.map { input($0) },
        numbers.filter { $0 % 2 == 0 }.map(finding) + numbers.filter { $0 % 2 == 1 }.map(finding)
      )
    }
    for number in 1...60 {
      let (inputs, findings) = lists(number)
      try ledger.commit(contents(number, inputs, findings), keyId: "clé", run: SampleContents.run)
    }
    for number in [1, 2, 31, 60] {
      let edition = try #require(try ledger.edition("2022-05", number: number))
      let (inputs, findings) = lists(number)
      #expect(try ledger.inputs(of: edition) == inputs)
      #expect(try ledger.findings(of: edition) == findings)
    }
    #expect(try count("input", ledger) == 60)
    #expect(try count("finding", ledger) == 60)
  }

  /// Lists that are cut, turned round and doubled; with the same row twice, and rows that differ in their place alone.
  @Test(arguments: 1...8) func readsAsItWasWritten(seed: Int) throws {
    let folder = try LedgerFolder()
    let ledger = try Ledger(folder.path, .writing)
    var state = UInt64(seed)
    func draw(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var written: [([InputRecord], [FindingRecord])] = []
    for number in 1...12 {
      var (inputs, findings) = written.last ?? ([], [])
      for _ in 0..<draw(4) { inputs.insert(input(draw(6), archive: "raw.csv"), at: draw(inputs.count + 1)) }
      for _ in 0..<draw(4) { findings.insert(finding(draw(5)), at: draw(findings.count + 1)) }
      if draw(3) == 0 { findings.reverse() }
      if draw(3) == 0, !inputs.isEmpty { inputs.remove(at: draw(inputs.count)) }
      if draw(4) == 0 { inputs = inputs.map { $0.archive == nil ? $0 : input(Int($0.month.dropFirst())!) } }
      if draw(5) == 0 { findings += findings }
      written.append((inputs, findings))
      try ledger.commit(contents(number, inputs, findings), keyId: "clé", run: SampleContents.run)
    }
    for (index, (inputs, findings)) in written.enumerated() {
      let edition = try #require(try ledger.edition("2022-05", number: index + 1))
      #expect(try ledger.inputs(of: edition) == inputs, "\(seed) \(index)")
      #expect(try ledger.findings(of: edition) == findings, "\(seed) \(index)")
    }
  }

  /// The archive's uses are those of all editions, taken over or not.
  @Test func everyEditionUsesItsFiles() throws {
    let folder = try LedgerFolder()
    let ledger = try Ledger(folder.path, .writing)
    for number in 1...3 {
      try ledger.commit(contents(number, [input(1)], []), keyId: "clé", run: SampleContents.run)
    }
    #expect(try ledger.archiveUses().map(\.edition) == ["2022-05.1", "2022-05.2", "2022-05.3"])
  }
}
