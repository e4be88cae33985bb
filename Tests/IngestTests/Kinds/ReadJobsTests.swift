import Domain
import Testing

@testable import Ingest

struct ReadJobsTests {
  @Test("every column is read as its type") func everyColumn() throws {
    let rows =
      "mai 2022;  p-01 ; s 7;Mobilité;courrières;CDDI;créé;80 %;;ACI;Femme;02/05/2022;44866\n05/2022;p-02;;alimentation;;pec;En cours;;75,83;;;;"
    let jobs = try #require(try Sample.read(.etp, Exports.headers[.etp]! + "\n" + rows).jobs)
    #expect(jobs.line == [2, 3] && jobs.job == [1, 2] && jobs.employee == [1, 0] && jobs.axis == [2, 1])
    #expect(jobs.commune.map(CommuneCode.init(packed:)).map(\.description) == ["62250", "ailleurs"])
    #expect(jobs.contract == [Contract.cddi.rawValue, Contract.pec.rawValue])
    #expect(jobs.status == [JobStatus.cree.rawValue, JobStatus.en_cours.rawValue])
    #expect(jobs.fullTimeEquivalent == [8_000, -1] && jobs.hours == [-1, 758_300])
    #expect(jobs.scheme == [Scheme.aci.rawValue, 0] && jobs.sex == [Sex.f.rawValue, 0])
    #expect(
      jobs.start == [Day(year: 2022, month: 5, day: 2).number, .min]
        && jobs.end == [Day(year: 2022, month: 11, day: 1).number, .min])
  }

  @Test("optional columns may be absent; the commune is then the association's, here one of elsewhere") func absent()
    throws
  {
    let jobs = try #require(
      try Sample.read(.etp, "heures;axe;statut;poste_id;mois;contrat\n100;mobilite;cree;p;2022-05;cdi").jobs)
    #expect(jobs.commune == [CommuneCode.elsewhere.packed] && jobs.employee == [0] && jobs.hours == [1_000_000])
    #expect(jobs.fullTimeEquivalent == [-1] && jobs.scheme == [0] && jobs.sex == [0] && jobs.start == [.min])
  }

  /// Of very many the first are listed with all their rows, in the order of the first of these, and the others counted.
  @Test(arguments: [1, 99, 100, 101, 250]) func manyTotalsAboveOne(_ employees: Int) throws {
    // Each employee has three jobs, in three rounds; the last employee is the first to stand in the file.
    let rows = (0..<3).flatMap { round in
      (0..<employees).reversed().map { "2022-05;P\($0)-\(round);S\($0);mobilite;;cdi;existant;0,5;;;;;" }
    }
    let file = try Sample.read(.etp, ([Exports.headers[.etp]!] + rows).joined(separator: "\n"))
    let found = file.findings.filter { $0.code == "employee-above-one" }
    #expect(found.count == min(employees, FileFindings.perCode) && file.rowsKept == 3 * employees)
    for (index, finding) in found.enumerated() {
      #expect(finding.line == 2 + index && finding.row == 2 + index)
      #expect(finding.otherLines == [2 + index + employees, 2 + index + 2 * employees])
      #expect(finding.rule == "3 lignes du même salarié font ensemble plus de 1,10 ETP")
    }
    let cut = file.findings.first { $0.code == "findings-cut" }
    #expect((cut != nil) == (employees > 100))
    if let cut { #expect(cut.rule.hasPrefix("\(employees) constats « employee-above-one »")) }
  }

  @Test("neither amount: the column that is there is named") func noAmount() throws {
    let header = "mois;poste_id;axe;contrat;statut;"
    let row = "\n2022-05;p;mobilite;cdi;existant;"
    #expect(try Sample.read(.etp, header + "quotité" + row).faults.first == "missing-value row 2/2 F quotité")
    #expect(try Sample.read(.etp, header + "nb heures" + row).faults.first == "missing-value row 2/2 F nb heures")
    #expect(try Sample.read(.etp, header + "etp" + row + "0").faults == [])
  }

  @Test(
    "the declared FTE may differ from the hours by 0.02, and not more",
    arguments: [
      ("1", "151,6667", 0), ("1", "154,7", 0), ("1", "154,71", 1), ("1", "148,63", 1), ("1", "148,64", 0),
      ("0,5", "0", 1), ("0,02", "0", 0),
    ])
  func gap(_ declared: String, _ hours: String, _ warnings: Int) throws {
    let file = try Sample.read(.etp, Exports.text(.etp, "2022-05;P;S;mobilite;;cdi;existant;\(declared);\(hours);;;;"))
    #expect(file.faults.count == warnings && file.rowsKept == 10)
  }

  @Test(
    "hours of more than 1.10 FTE are worth a look, under the scheme's own year",
    arguments: [("", "166,83", nil), ("", "166,84", "payées"), ("ei", "137,95", nil), ("ei", "137,96", "travaillées")]
      as [(String, String, String?)])
  func excess(_ scheme: String, _ hours: String, _ word: String?) throws {
    let findings = try Sample.read(
      .etp, Exports.text(.etp, "2022-05;P;S;mobilite;;cdi;existant;;\(hours);\(scheme);;;")
    ).findings
    #expect(findings.map(\.code) == (word == nil ? [] : ["fte-above-one"]))
    if let word { #expect(findings[0].rule.hasSuffix("(l'année de référence compte des heures \(word))")) }
  }

  @Test("a scheme whose full-time hours nobody gave is an error of the configuration, not of the export")
  func missingHours() throws {
    let text = Exports.text(.etp, "2022-05;P;S;mobilite;;cddi;existant;;100;aci;;;")
    let empty = Sample.reader(reference: Reference(vintages: [], fullTimeHours: []))
    #expect(throws: MissingFullTimeHours(scheme: .aci, month: Sample.month)) {
      try Sample.read(.etp, text, with: empty)
    }
    // Nothing asks for it where no hours are given.
    let plain = Sample.reader(reference: Reference(vintages: [], fullTimeHours: []))
    #expect(try Sample.read(.etp, Exports.text(.etp), with: plain).rowsKept == 9)
  }

  @Test("identifiers keep their numbers from file to file") func numbers() throws {
    let reader = Sample.reader()
    _ = try Sample.read(.etp, Exports.text(.etp), with: reader)
    let june = Exports.text(.etp, Exports.goodRow(.etp, 12)).replacing("2022-05", with: "2022-06")
    #expect(try Sample.read(.etp, june, month: Month(year: 2022, number: 6), with: reader).jobs?.job == [10] + (1...9))
  }
}
