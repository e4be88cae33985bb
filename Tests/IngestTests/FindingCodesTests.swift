import CSV
import Domain
import Foundation
import Testing

@testable import Ingest

/// Every code that reading a file can find: a case that causes it, and exactly what is then found, and where.
struct FindingCodesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let kind: ExportKind
    let text: String
    /// As ``Finding/place``.
    let expected: [String]
    init(_ kind: ExportKind, _ text: String, _ expected: String...) {
      self.kind = kind
      self.text = text
      self.expected = expected
    }
    var testDescription: String { expected.joined(separator: ", ") }
  }

  private static func etp(_ row: String, _ expected: String...) -> Case {
    Case(.etp, Exports.text(.etp, row), expected)
  }
  private static func paths(_ row: String, _ expected: String...) -> Case {
    Case(.beneficiaires, Exports.text(.beneficiaires, row), expected)
  }
  private static func meeting(_ row: String, _ expected: String...) -> Case {
    Case(.reunions, Exports.text(.reunions, row), expected)
  }

  static let ofTheFile = [
    Case(.etp, "", "empty-file file 1/- - -"),
    Case(.etp, "mois;axe\n", "missing-column file 1/1 - -"),
    Case(.etp, "titre\nmois;axe;contrat\n\n", "missing-column file 2/2 - -"),
    Case(.etp, "mois;poste;axe;contrat;statut;etp;période\n", "duplicate-column file 1/1 G période"),
    Case(.etp, Exports.text(.etp, "2022-05;\u{0};;;;;;;;;;;"), "nul-byte file 2/- - -"),
    Case(.etp, Exports.text(.etp, ";cr\u{C3}\u{A9}\u{C3}\u{A9};"), "double-encoding file 2/- - -"),
    Case(.etp, Exports.text(.etp, "2022-05;a\"b"), "stray-quote file 2/- - -"),
    Case(.etp, Exports.text(.etp, "2022-05;\"a\nb\"c"), "stray-quote file 3/- - -"),
    Case(.etp, Exports.text(.etp, "2022-05;\"ab"), "open-quote file 11/- - -"),
    Case(
      .etp, Exports.text(.etp, "2022-05;" + String(repeating: "x", count: CSVLimits.fieldBytes + 1)),
      "field-too-long file 2/- - -"),
    Case(
      .etp, Exports.text(.etp, "x" + String(repeating: ";", count: CSVLimits.fields)), "too-many-fields file 2/- - -"),
    Case(
      .etp, Exports.text(.etp, String(repeating: String(repeating: "x", count: 1_000_000) + ";", count: 17)),
      "record-too-long file 2/- - -"),
  ]

  static let ofTheRow = [
    etp("2022-05;P;S;mobilite;;cdi;existant;1;;;f", "row-width row 2/2 - -"),
    etp("2022-05;P;S;mobilite;;cdi;existant;1;;;f;;;;x", "row-width row 2/2 - -"),
    etp(";P;S;mobilite;;cdi;existant;1;;;;;", "missing-value row 2/2 A mois"),
    etp("2022-05; ;S;mobilite;;cdi;existant;1;;;;;", "missing-value row 2/2 B poste_id"),
    etp("2022-05;P;S;\u{A0};;cdi;existant;1;;;;;", "missing-value row 2/2 D axe"),
    etp("2022-05;P;S;mobilite;;;;1;;;;;", "missing-value row 2/2 F contrat", "missing-value row 2/2 G statut"),
    etp("2022-05;P;S;mobilite;;cdi;existant;;;;;;", "missing-value row 2/2 H etp"),
    etp("2022-04;P;S;mobilite;;cdi;existant;1;;;;;", "wrong-month row 2/2 A mois"),
    etp("mai;P;S;mobilite;;cdi;existant;1;;;;;", "not-a-month row 2/2 A mois"),
    etp("31/04/2022;P;S;mobilite;;cdi;existant;1;;;;;", "no-such-day row 2/2 A mois"),
    etp("2022-05;P;S;mobilité douce;;cdi;existant;1;;;;;", "unknown-code row 2/2 D axe"),
    etp("2022-05;P;S;mobilite;Lille;cdi;existant;1;;;;;", "unknown-commune row 2/2 E commune"),
    etp("2022-05;P;S;mobilite;62320;cdi;existant;1;;;;;", "ambiguous-postal-code row 2/2 E commune"),
    etp("2022-05;P;S;mobilite;;cdi;existant;1.234,5;;;;;", "not-a-number row 2/2 H etp"),
    etp("2022-05;P;S;mobilite;;cdi;existant;1,0001;;;;;", "out-of-range row 2/2 H etp"),
    etp("2022-05;P;S;mobilite;;cdi;existant;-0,1;;;;;", "out-of-range row 2/2 H etp"),
    etp("2022-05;P;S;mobilite;;cdi;existant;;-1;;;;", "out-of-range row 2/2 I heures"),
    etp("2022-05;P;S;mobilite;;cdi;existant;;50 %;;;;", "not-a-number row 2/2 I heures"),
    etp("2022-05;P;S;mobilite;;cdi;existant;1;;autre;;;", "unknown-code row 2/2 J dispositif"),
    etp("2022-05;P;S;mobilite;;cdi;existant;1;;;?;;", "unknown-code row 2/2 K sexe"),
    etp("2022-05;P;S;mobilite;;cdi;existant;1;;;;hier;", "not-a-date row 2/2 L date_debut"),
    etp("2022-05;P;S;mobilite;;cdi;existant;1;;;;;30/02/2022", "no-such-day row 2/2 M date_fin"),
    etp("2022-05;P;S;mobilite;;cdi;existant;1;;;;02/05/2022;01/05/2022", "end-before-start row 2/2 M date_fin"),
    etp("2022-05;P1;S1;mobilite;;cdi;existant;1;;;;;", "duplicate-row row 3/3 B poste_id"),
    etp("2022-05;P9;T;mobilite;;cdi;cree;1;;;;;", "status-disagreement row 2/2 G statut"),
    paths(";;aci;mobilite;01/02/2022;;;;;;;;;", "missing-value row 2/2 A beneficiaire_id"),
    paths("B;;;mobilite;01/02/2022;;;;;;;;;", "missing-value row 2/2 C dispositif"),
    paths("B;;aci;mobilite;;;;;;;;;;", "missing-value row 2/2 E date_entree"),
    paths("B;;aci;mobilite;01/02/2022;31/01/2022;durable;;;;;;;", "exit-before-entry row 2/2 F date_sortie"),
    paths("B;;aci;mobilite;01/02/2022;01/03/2022;;;;;;;;", "missing-outcome row 2/2 G sortie"),
    paths("B;;aci;mobilite;01/02/2022;;durable;;;;;;;", "outcome-without-date row 2/2 G sortie"),
    paths("B;;aci;mobilite;01/02/2022;01/03/2022;partie;;;;;;;", "unknown-code row 2/2 G sortie"),
    paths("B;;aci;mobilite;01/02/2022;;;;01/02/90;;;;;", "short-birth-year row 2/2 I naissance"),
    paths("B;;aci;mobilite;01/02/2022;;;;2023;;;;;", "birth-after-entry row 2/2 I naissance"),
    paths("B;;aci;mobilite;01/02/2022;;;;02/02/2022;;;;;", "birth-after-entry row 2/2 I naissance"),
    paths("B;;aci;mobilite;01/02/2022;;;;;peut-être;;;;", "unknown-code row 2/2 J rsa"),
    paths("B;;aci;mobilite;01/02/2022;;;;;;;;12,5;", "not-an-integer row 2/2 M mois_chomage"),
    paths("B;;aci;mobilite;01/02/2022;;;;;;;;1000000000;", "out-of-range row 2/2 M mois_chomage"),
    paths("B9;;ei;mobilite;01/02/2022;;;;;;;;;", "duplicate-row row 11/11 A beneficiaire_id"),
    meeting(";ca;;;;;", "missing-value row 2/2 A date"),
    meeting("01/05/2022;;;;;;", "missing-value row 2/2 B instance"),
    meeting("01/05/2022;g2t;;;;;", "missing-value row 2/2 C axe"),
    meeting("30/04/2022;ca;;;;;", "wrong-month row 2/2 A date"),
    meeting("01/05/2022;conseil;;;;;", "unknown-code row 2/2 B instance"),
    meeting("01/05/2022;ca;;reportée;;;", "unknown-code row 2/2 D etat"),
    meeting("01/05/2022;ca;;;adds|dupont;;", "unknown-code row 2/2 E membres"),
    meeting("01/05/2022;ca;;;;-1;", "not-an-integer row 2/2 F participants"),
    meeting("01/05/2022;ca;;;;;x", "not-an-integer row 2/2 G partenaires"),
  ]

  static let warnings = [
    etp("2022-05;P;S;mobilite;;cdi;existant;1;100;;;;", "fte-hours-gap warning 2/2 H etp"),
    etp("2022-05;P;S;mobilite;;cdi;existant;;166,84;;;;", "fte-above-one warning 2/2 I heures"),
    meeting("01/05/2022;ca;;;adds, DIE;;", "not-a-member-present warning 2/2 E membres"),
  ]

  static let notes = [
    Case(.etp, "Titre\n\n" + Exports.text(.etp), "title-lines note 3/3 - -"),
    Case(.reunions, "nom;date;prénom;instance\n", "unknown-column note 1/1 - -"),
    Case(.etp, Exports.text(.etp) + "Total;;;;;;;9;;;;;\n", "total-row note 11/11 - -"),
    etp("44700;P;S;mobilite;;cdi;existant;1;;;;;", "excel-serial note 2/2 A mois"),
    etp("2022-05;P;S;mobilite;;cdi;existant;1;;;;44700;", "excel-serial note 2/2 L date_debut"),
    etp("2022-05;P;S;mobilite;62110;cdi;existant;1;;;;;", "postal-code note 2/2 E commune"),
  ]

  @Test("a fault of the file refuses it, and is the only finding", arguments: ofTheFile)
  func file(_ given: Case) throws {
    let file = try Sample.read(given.kind, given.text)
    #expect(file.findings.map(\.place) == given.expected)
    #expect(file.rows == nil && file.rowsKept == 0)
  }

  @Test("a fault of a row refuses it alone", arguments: ofTheRow)
  func row(_ given: Case) throws {
    let file = try Sample.read(given.kind, given.text)
    #expect(file.findings.map(\.place) == given.expected)
    let refused = given.expected[0].hasPrefix("status") ? 2 : 1
    #expect(file.rows != nil && file.rowsKept == 10 - refused && file.rowsRefused == refused)
  }

  @Test("a warning refuses nothing", arguments: warnings) func warning(_ given: Case) throws {
    let file = try Sample.read(given.kind, given.text)
    #expect(file.findings.map(\.place) == given.expected)
    #expect(file.rowsKept == 10 && file.rowsRefused == 0)
  }

  @Test("a note refuses nothing", arguments: notes) func note(_ given: Case) throws {
    let file = try Sample.read(given.kind, given.text)
    #expect(file.findings.map(\.place) == given.expected)
    #expect(file.rows != nil && file.rowsRefused == 0)
  }

  @Test("an encoding that nobody declared is noted; one that does not fit refuses the file") func encodings() throws {
    let text = Array(Exports.text(.etp, "2022-05;P;S;mobilit?;;cdi;existant;1;;;;;").utf8).map {
      $0 == 0x3F ? 0xE9 : $0
    }
    #expect(try Sample.read(.etp, text).findings.map(\.place) == ["windows-1252-assumed note -/- - -"])
    var association = Sample.association()
    association.encoding = .utf8
    #expect(
      try Sample.read(.etp, text, with: Sample.reader(association)).findings.map(\.place) == [
        "invalid-encoding file 2/- - -"
      ])
  }

  @Test("no code is without its case here") func complete() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/Ingest")
      .standardized
      .resolvingSymlinksInPath()
    var codes: Set<String> = []
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    for case let file as URL in try #require(files) where file.pathExtension == "swift" {
      for match in try String(contentsOf: file, encoding: .utf8).matches(of: /"([a-z0-9]+(-[a-z0-9]+)+)"/) {
        codes.insert(String(match.1))
      }
    }
    #expect(codes.count > 30)
    let cases = [
      FindingCodesTests.ofTheFile, FindingCodesTests.ofTheRow, FindingCodesTests.warnings, FindingCodesTests.notes,
    ].joined()
    let tested = Set(cases.flatMap(\.expected).map { String($0.prefix { $0 != " " }) })
    // These have tests of their own, above and in RefusedShareTests and FileFindingsTests.
    #expect(
      codes.subtracting(tested) == [
        "windows-1252-assumed", "invalid-encoding", "too-many-refused-rows", "findings-cut",
      ])
  }
}

extension FindingCodesTests.Case {
  fileprivate init(_ kind: ExportKind, _ text: String, _ expected: [String]) {
    self.kind = kind
    self.text = text
    self.expected = expected
  }
}
