import Domain
import Testing

@testable import Ingest

struct FileFindingsTests {
  @Test("many findings of one code are cut, and the total is said") func cut() throws {
    let rows = (0..<1234).map { "2022-05;P\($0);;mobilite;;cdi;existant;2;;;;;" }
    let file = try Sample.read(.etp, ([Exports.headers[.etp]!] + rows).joined(separator: "\n"))
    #expect(file.findings.count { $0.code == "out-of-range" } == FileFindings.perCode)
    let cut = try #require(file.findings.first { $0.code == "findings-cut" })
    #expect(
      cut.severity == .note
        && cut.rule == "1234 constats « out-of-range » dans ce fichier ; les 100 premiers sont listés")
    #expect(file.rowsRefused == 1234)
  }

  @Test("a note of a column is one finding, with the other lines") func notes() throws {
    let rows = (0..<3).map { "2022-05;P\($0);;mobilite;62110;cdi;existant;1;;;;4470\($0);4470\($0)" }
    let file = try Sample.read(.etp, ([Exports.headers[.etp]!] + rows).joined(separator: "\n"))
    #expect(
      file.notes == [
        "postal-code note 2/2 E commune", "excel-serial note 2/2 L date_debut", "excel-serial note 2/2 M date_fin",
      ])
    #expect(file.findings.allSatisfy { $0.otherLines == [3, 4] })
  }

  @Test("a note of a column of very many lines is cut too") func manyNotes() throws {
    let rows = (0..<1000).map { "2022-05;P\($0);;mobilite;;cdi;existant;1;;;;44700;" }
    let file = try Sample.read(.etp, ([Exports.headers[.etp]!] + rows).joined(separator: "\n"))
    #expect(file.notes == ["excel-serial note 2/2 L date_debut", "findings-cut note -/- - -"])
    #expect(file.findings[0].otherLines.count == FileFindings.perCode - 1)
    #expect(file.rowsKept == 1000)
  }
}
