import Domain
import Testing

@testable import Ingest

struct ReadPathsTests {
  private func read(_ rows: String..., association: Association = Sample.association()) throws -> ReadFile {
    try Sample.read(
      .beneficiaires, ([Exports.headers[.beneficiaires]!] + rows).joined(separator: "\n"),
      with: Sample.reader(association))
  }

  @Test("every column is read as its type") func everyColumn() throws {
    let paths = try #require(
      try read(
        "b1;PLIE7;aci;mobilité;02/05/2022;31/05/2022;Durable;M;17/08/1999;x;non;oui;1 200;62110",
        "b2;;autre;alimentation;1/5/22;;;;1975;;;;;"
      ).paths)
    let day = { Day(year: $0, month: $1, day: $2).number }
    #expect(
      paths.beneficiary == [1, 2] && paths.sharedKey == [1, 0]
        && paths.scheme == [Scheme.aci.rawValue, Scheme.autre.rawValue])
    #expect(
      paths.axis == [2, 1] && paths.entry == [day(2022, 5, 2), day(2022, 5, 1)]
        && paths.exit == [day(2022, 5, 31), .min])
    #expect(paths.outcome == [Outcome.durable.rawValue, 0] && paths.sex == [Sex.h.rawValue, 0])
    #expect(paths.birth == [day(1999, 8, 17), PathRows.yearOnly - 1975])
    #expect(
      paths.rsa == [YesNo.oui.rawValue, 0] && paths.rqth == [YesNo.non.rawValue, 0]
        && paths.qpv == [YesNo.oui.rawValue, 0])
    #expect(paths.monthsUnemployed == [1200, -1] && paths.commune == [CommuneCode("62427")!.packed, 0])
  }

  @Test(
    "births: a year or a date",
    arguments: [
      ("1985", PathRows.yearOnly - 1985), ("1923", PathRows.yearOnly - 1923), ("1922", .min), ("2009", .min),
      ("2008", PathRows.yearOnly - 2008), ("01/02/2008", 13910), ("02/02/2008", .min), ("02/02/1922", -17500),
      ("01/02/1922", .min), ("2022", .min), ("01/02/1985", 5510),
      ("1985-02-01", 5510), ("31079", 5510),
      ("01/02/2022", .min), ("", .min),
    ] as [(String, Int32)])
  func births(_ text: String, _ expected: Int32) throws {
    #expect(try read("b;;aci;mobilite;01/02/2022;;;;\(text);;;;;").paths?.birth == [expected])
  }

  @Test(
    "births that are refused",
    arguments: [
      ("85", "not-a-date"), ("19855", "birth-after-entry"), ("01/02/85", "short-birth-year"),
      ("31/02/1985", "no-such-day"), ("0000", "not-a-date"),
      ("2023", "birth-after-entry"), ("02/02/2022", "birth-after-entry"), ("vers 1985", "not-a-date"),
      ("1985,0", "not-a-date"),
    ])
  func refusedBirths(_ text: String, _ code: String) throws {
    // 19855 is a serial of 1954.
    let entry = text == "19855" ? "01/02/1950" : "01/02/2022"
    #expect(try read("b;;aci;mobilite;\(entry);;;;\(text);;;;;").faults.first == "\(code) row 2/2 I naissance")
  }

  @Test("an exit needs an outcome, and an outcome an exit; the exit may be the day of the entry") func exits() throws {
    #expect(try read("b;;aci;mobilite;01/02/2022;01/02/2022;retrait;;;;;;;").faults.isEmpty)
    // The outcome is there, and wrong: one fault, not two.
    #expect(
      try read("b;;aci;mobilite;01/02/2022;01/03/2022;parti;;;;;;;").faults.first == "unknown-code row 2/2 G sortie")
    #expect(try read("b;;aci;mobilite;01/02/2022;x;durable;;;;;;;").faults.first == "not-a-date row 2/2 F date_sortie")
    let header = "beneficiaire_id;dispositif;axe;date_entree;date_sortie"
    #expect(
      try Sample.read(.beneficiaires, header + "\nb;aci;mobilite;01/02/2022;01/03/2022").faults.first
        == "missing-outcome row 2/2 - sortie")
  }

  @Test("a blank is no only where the association says so, and the column is there") func blankIsNo() throws {
    var association = Sample.association()
    association.blankIsNo = ["rsa", "qpv"]
    let paths = try #require(try read("b;;aci;mobilite;01/02/2022;;;;;;;oui;;", association: association).paths)
    #expect(paths.rsa == [YesNo.non.rawValue] && paths.rqth == [0] && paths.qpv == [YesNo.oui.rawValue])
    let short = "beneficiaire_id;dispositif;axe;date_entree;qpv\nb;aci;mobilite;01/02/2022;"
    let absent = try #require(try Sample.read(.beneficiaires, short, with: Sample.reader(association)).paths)
    #expect(absent.rsa == [0] && absent.qpv == [YesNo.non.rawValue])
  }
}
