import Domain
import Testing

@testable import Ingest

/// What only shows beside the association's earlier files, or beside what it declared.
struct EarlierFilesTests {
  private func rows(_ month: String, _ jobs: [String], axis: String = "mobilite") -> String {
    "mois;poste_id;axe;contrat;statut;etp\n" + jobs.map { "\(month);\($0);\(axis);cdi;existant;1\n" }.joined()
  }

  /// April's jobs, then what May's file has.
  private func may(_ april: [String], _ may: [String]) throws -> (file: ReadFile, reader: AssociationReader) {
    let reader = Sample.reader()
    let first = try Sample.read(.etp, rows("2022-04", april), month: Month(year: 2022, number: 4), with: reader)
    reader.knownJobs.add(first.jobs?.job ?? [])
    return (try Sample.read(.etp, rows("2022-05", may), with: reader), reader)
  }

  @Test(
    "another spelling of an earlier number is refused",
    arguments: [
      ("001", "1"), ("P-01", "P1"), ("P-01", "p 001"), ("A01-B2", "a1/b02"), ("É7", "é07"), ("ADDS-P01", "ADDS P1"),
      ("00", "0"),
    ])
  func renumbered(_ old: String, _ new: String) throws {
    let (file, _) = try may([old, "X1", "X2", "X3", "X4"], [new, "X1", "X2", "X3", "X4"])
    #expect(file.faults == ["renumbered-job row 2/2 B poste_id"])
    #expect(file.jobs?.count == 4 && file.rowsRefused == 1 && file.context == "renumbered [2]")
  }

  @Test(
    "another number is another job",
    arguments: [("P1", "P10"), ("P1", "Q1"), ("P-1-1", "P-11"), ("P1", "P1A"), ("1", "2"), ("P1B2", "P12B")])
  func another(_ old: String, _ new: String) throws {
    let (file, _) = try may([old], [new])
    #expect(file.faults.isEmpty && file.context == "")
  }

  @Test("a file that holds both spellings has two jobs; one that stood there before is known") func both() throws {
    #expect(try may(["001"], ["001", "1"]).file.faults.isEmpty)
    #expect(try may(["001", "1"], ["1"]).file.faults.isEmpty)
  }

  @Test("an old number in a refused row is held all the same") func heldByARefusedRow() throws {
    let reader = Sample.reader()
    let april = try Sample.read(.etp, rows("2022-04", ["001"]), month: Month(year: 2022, number: 4), with: reader)
    reader.knownJobs.add(april.jobs?.job ?? [])
    let text = rows("2022-05", ["1", "Q1", "Q2", "Q3", "Q4"]) + "2022-05;001;mobilite;cdi;existant;9\n"
    #expect(try Sample.read(.etp, text, with: reader).faults == ["out-of-range row 7/7 F etp"])
  }

  @Test("no rows where the month before had some is worth a look") func suddenlyEmpty() throws {
    let reader = Sample.reader()
    _ = try Sample.read(.etp, rows("2022-04", ["1"]), month: Month(year: 2022, number: 4), with: reader)
    #expect(try Sample.read(.etp, rows("2022-05", []), with: reader).faults == ["suddenly-empty warning 1/1 - -"])
    // In June nothing is sudden any more; and a month that did not come tells nothing.
    #expect(
      try Sample.read(.etp, rows("2022-06", []), month: Month(year: 2022, number: 6), with: reader).faults.isEmpty)
    let other = Sample.reader()
    _ = try Sample.read(.etp, rows("2022-03", ["1"]), month: Month(year: 2022, number: 3), with: other)
    #expect(try Sample.read(.etp, rows("2022-05", []), with: other).faults.isEmpty)
  }

  @Test("an axis that the association does not declare is counted, with one warning") func undeclaredAxis() throws {
    var association = Sample.association()
    association.axes = ["alimentation"]
    let file = try Sample.read(.etp, rows("2022-05", ["1", "2", "3"]), with: Sample.reader(association))
    #expect(file.faults == ["undeclared-axis warning 2/2 C axe"] && file.rowsKept == 3)
    #expect(file.findings[0].otherLines == [3, 4])
    association.axes = []
    #expect(try Sample.read(.etp, rows("2022-05", ["1"]), with: Sample.reader(association)).faults.isEmpty)
  }

  @Test(
    "headers that are there in another encoding: it is named",
    arguments: [(0x8E, "macintosh"), (0x82, "cp850")] as [(UInt8, String)])
  func undeclaredEncoding(_ acute: UInt8, _ name: String) throws {
    let bytes = Array("P?riode;n° poste;axe;contrat;statut;etp\n".replacing("n° poste", with: "poste_id").utf8).map {
      $0 == 0x3F ? acute : $0
    }
    let file = try Sample.read(.etp, bytes)
    #expect(file.findings.map(\.code).last == "undeclared-encoding" && file.rows == nil)
    #expect(file.findings.last?.remedy.contains("encoding: \(name)") == true)
    // Without accents nobody can tell.
    let plain = Array("mois;poste_id;axe;contrat;etp;".utf8) + [0x8E, 0x0A]
    #expect(try Sample.read(.etp, plain).findings.map(\.code).last == "missing-column")
  }
}
