import Domain
import Testing

@testable import Ingest

/// The order of the faults: values, then rows that disagree, then duplicates; a refused row claims nothing.
struct RefuseContradictionsTests {
  private func row(_ job: String, _ employee: String = "", status: String = "existant", etp: String = "1") -> String {
    "2022-05;\(job);\(employee);mobilite;;cdi;\(status);\(etp);;;;;"
  }

  private func read(_ rows: String...) throws -> ReadFile {
    var programme = Sample.programme()
    programme.rules.maxRejectedShare = Quantity(1)
    let reader = AssociationReader(programme: programme, reference: Sample.reference, index: 0)
    return try Sample.read(.etp, ([Exports.headers[.etp]!] + rows).joined(separator: "\n"), with: reader)
  }

  @Test("the second row of a key is refused, the first kept") func duplicates() throws {
    let file = try read(row("a", "x"), row("a", "y"), row("a", "x", etp: "0,5"), row("b"), row("b"), row("a", "x"))
    #expect(
      file.faults == [
        "duplicate-row row 4/4 B poste_id", "duplicate-row row 6/6 B poste_id", "duplicate-row row 7/7 B poste_id",
        "job-above-one warning 2/2 B poste_id",
      ])
    #expect(file.jobs?.line == [2, 3, 5])
  }

  @Test("a contract that changes within the month is two rows; the same contract and start is one") func contracts()
    throws
  {
    let first = "2022-05;a;x;mobilite;;cdd;existant;0,5;;;;01/02/2022;15/05/2022"
    let second = "2022-05;a;x;mobilite;;cdi;existant;0,5;;;;16/05/2022;"
    #expect(try read(first, second).faults.isEmpty)
    #expect(try read(first, first.replacing("cdd", with: "cdi")).faults.isEmpty)
    #expect(try read(first, first.replacing("01/02", with: "01/03")).faults.isEmpty)
    #expect(try read(first, first.replacing("15/05", with: "20/05")).faults == ["duplicate-row row 3/3 B poste_id"])
  }

  @Test("what a fault costs is read as if it had not been there") func mending() throws {
    let rows = [
      row("a", "x"), row("a", "x"), row("b", status: "cree"), row("b", "y"),
      "2022-05;c;z;mobilite;;cdi;existant;1;;;zz;;",
    ]
    var programme = Sample.programme()
    programme.rules.maxRejectedShare = Quantity(1)
    func kept(_ lines: Set<Int>, _ columns: Set<Int>) throws -> [UInt32]? {
      let reader = AssociationReader(programme: programme, reference: Sample.reference, index: 0)
      var export = Export(association: 0, kind: .etp, month: Sample.month, file: "x")
      export.mending = Mending(lines: lines, columns: columns)
      return try Array(([Exports.headers[.etp]!] + rows).joined(separator: "\n").utf8).withUnsafeBufferPointer {
        try readExport($0, export, reader).jobs?.line
      }
    }
    #expect(try kept([], []) == [2])
    #expect(try kept([3], [1]) == [2, 3])
    #expect(try kept([4, 5], [6]) == [2, 4, 5])
    #expect(try kept([6], [10]) == [2, 6])
    // A required cell is not left blank.
    #expect(try kept([6], [5]) == [2])
  }

  @Test("a refused row claims neither key nor status") func refusedFirst() throws {
    let file = try read(row("a", "x", status: "cree", etp: "5"), row("a", "x"), row("a", "x"))
    #expect(file.faults == ["out-of-range row 2/2 H etp", "duplicate-row row 4/4 B poste_id"])
    #expect(file.jobs?.line == [3])
  }

  @Test("rows that disagree are all refused, as one finding, and are no duplicates too") func disagreement() throws {
    let file = try read(row("a", "x"), row("b"), row("a", "y", status: "cree"), row("a", "x"), row("b", "z"))
    #expect(file.faults == ["status-disagreement row 2/2 G statut", "job-above-one warning 3/3 B poste_id"])
    #expect(file.findings[0].otherLines == [4, 5])
    #expect(file.findings[0].rule == "un même poste a plusieurs statuts ce mois (3 lignes : 2, 4, 5)")
    #expect(file.jobs?.line == [3, 6] && file.rowsRefused == 3)
  }

  @Test("of many lines that disagree the first twenty are named") func manyLines() throws {
    let rows = (0..<25).map { row("a", "s\($0)", status: $0 == 0 ? "cree" : "existant") }
    var programme = Sample.programme()
    programme.rules.maxRejectedShare = Quantity(1)
    let reader = AssociationReader(programme: programme, reference: Sample.reference, index: 0)
    let file = try Sample.read(.etp, ([Exports.headers[.etp]!] + rows).joined(separator: "\n"), with: reader)
    #expect(
      file.findings[0].rule
        == "un même poste a plusieurs statuts ce mois (25 lignes : \((2...21).map(String.init).joined(separator: ", "))…)"
    )
  }

  @Test("several jobs that disagree are several findings, in order of their lines") func several() throws {
    let file = try read(row("b"), row("a"), row("c"), row("a", "x", status: "cree"), row("b", "x", status: "consolide"))
    #expect(file.findings.map(\.line) == [2, 3] && file.findings.map(\.otherLines) == [[6], [5]])
    #expect(file.jobs?.line == [4])
  }

  @Test("a job may have another status in another month") func otherMonth() throws {
    let reader = Sample.reader()
    #expect(try Sample.read(.etp, Exports.headers[.etp]! + "\n" + row("a"), with: reader).faults.isEmpty)
    let june = (Exports.headers[.etp]! + "\n" + row("a", status: "supprime")).replacing("2022-05", with: "2022-06")
    #expect(try Sample.read(.etp, june, month: Month(year: 2022, number: 6), with: reader).faults.isEmpty)
  }

  @Test("a job of very many lines names a few of them, and their number") func many() throws {
    let rows = (0..<5000).map { row("a", "s\($0)", status: $0 == 4000 ? "cree" : "existant") }
    let file = try Sample.read(.etp, ([Exports.headers[.etp]!] + rows).joined(separator: "\n"))
    let finding = try #require(file.findings.first { $0.code == "status-disagreement" })
    #expect(
      finding.otherLines.count == FileFindings.perFinding && finding.rule.count < 250
        && finding.rule.contains("5000 lignes"))
    #expect(file.rowsRefused == 5000)
  }

  @Test("all faults of a row are listed") func allFaults() throws {
    let file = try read("2022-04;;;nulle part;62320;cdx;;-1;abc;x;?;hier;demain", row("a"))
    #expect(
      file.findings.map { "\($0.code) \($0.columnLetter!)" } == [
        "wrong-month A", "missing-value B", "unknown-code D", "ambiguous-postal-code E", "unknown-code F",
        "missing-value G",
        "out-of-range H", "not-a-number I", "unknown-code J", "read-as-blank K", "not-a-date L", "not-a-date M",
      ])
    #expect(file.rowsRefused == 1)
  }

  @Test("a path's key is the beneficiary and the entry") func paths() throws {
    let rows = [
      "b;;aci;mobilite;01/02/2022;;;;;;;;;", "b;;ei;mobilite;2022-02-01;;;;;;;;;",
      "b;;aci;mobilite;02/02/2022;;;;;;;;;", "B;;aci;mobilite;01/02/2022;;;;;;;;;",
    ]
    let file = try Sample.read(.beneficiaires, Exports.text(.beneficiaires, rows.joined(separator: "\n")))
    #expect(file.faults == ["duplicate-row row 3/3 A beneficiaire_id"])
    #expect(file.paths?.line == [2, 4, 5] + (6...14))
  }
}
