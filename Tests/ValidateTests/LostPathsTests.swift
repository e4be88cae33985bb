import Domain
import Testing

@testable import Validate

struct LostPathsTests {
  private func register(_ index: Int, _ paths: [(UInt32, Int32)], association: Int = 0) -> PathRows {
    var rows = PathRows(
      association: association, month: Sample.month(index), file: "beneficiaires-\(Sample.month(index)).csv")
    for (line, (beneficiary, entry)) in paths.enumerated() {
      rows.line.append(UInt32(line + 2))
      rows.beneficiary.append(beneficiary)
      rows.entry.append(entry)
    }
    return rows
  }
  private func found(_ registers: PathRows...) -> [Finding] {
    validate(Facts.of(registers: registers), staff: [], under: Sample.definitions())
  }

  @Test("paths that are gone are one warning, with their lines in the earlier export") func lost() {
    let findings = found(register(0, [(1, 10), (2, 20), (3, 30), (3, 40)]), register(1, [(2, 20), (3, 40), (4, 1)]))
    #expect(findings.map(\.code) == ["path-lost"] && findings[0].severity == .warning)
    #expect(
      findings[0].rule == "2 parcours de l'export 2021-01 n'y sont plus (lignes 2, 4 de beneficiaires-2021-01.csv)")
    #expect(findings[0].month == Sample.month(1) && findings[0].file == "beneficiaires-2021-02.csv")
  }

  @Test("each export is held against the one before, a missing month between them or not") func next() {
    let findings = found(
      register(0, [(1, 10)]), register(3, []), register(4, []), register(5, [(1, 10)]), register(6, [(1, 11)]))
    #expect(findings.map(\.month) == [Sample.month(3), Sample.month(6)])
  }

  @Test("a register that grows, or another association's, says nothing") func grows() {
    #expect(
      found(register(0, [(1, 10)]), register(1, [(2, 10), (1, 10)]), register(1, [(7, 1)], association: 1)).isEmpty)
  }

  @Test("many lines are cut") func many() {
    let findings = found(register(0, (0..<500).map { ($0, 1) }), register(1, []))
    #expect(
      findings[0].rule.hasPrefix("500 parcours") && findings[0].rule.contains("…") && findings[0].rule.count < 200)
  }
}
