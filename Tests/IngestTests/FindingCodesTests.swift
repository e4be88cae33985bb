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
    Case(.etp, "mois;id poste;axe;contrat;statut;etp;période\n", "duplicate-column file 1/1 G période"),
    Case(.etp, "poste_id;axe;contrat;janvier;févr.;mars 2022\n", "months-as-columns file 1/1 - -"),
    Case(.etp, "PK\u{3}\u{4}xl/workbook.xml", "not-csv file -/- - -"),
    Case(.etp, "%PDF-1.7", "not-csv file -/- - -"),
    Case(.etp, "\u{FEFF} \n<!DOCTYPE html>", "not-csv file -/- - -"),
    Case(
      .etp, "modèle. Les lignes au-dessus des en-têtes ne sont pas lues\n" + Exports.headers[.etp]! + "\n",
      "title-lines note 2/2 - -", "template-unfilled file 2/2 - -"),
    Case(
      .beneficiaires, Exports.text(.beneficiaires, "B;;aci;mobilite;05/13/2022;;;;;;;;;"),
      "month-first file 2/2 E date_entree"),
    Case(
      .etp,
      Exports.text(
        .etp, (1...9).map { "2022-0\($0 % 4 + 1);Q\($0);;mobilite;;cdi;existant;1;;;;;" }.joined(separator: "\n")),
      "other-months file -/- - -"),
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
    Case(
      .etp, Exports.text(.etp, "2022-05;P;S;mobilite;;cdi;existant;1;;;;;" + String(repeating: "\n", count: 1 << 20)),
      "too-many-rows file 1048577/- - -"),
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
    etp("2022-05;P;S;mobilite;;cdi;existant;1;;;??;;", "unknown-code row 2/2 K sexe"),
    etp("2022-05;P;NC;mobilite;;cdi;existant;1;;;;;", "unknown-word row 2/2 C salarie_id"),
    etp("2022-05;P;S;mobilite;inconnu;cdi;existant;1;;;;;", "unknown-word row 2/2 E commune"),
    etp("2022-05;1,85E+12;S;mobilite;;cdi;existant;1;;;;;", "scientific-notation row 2/2 B poste_id"),
    etp(
      "2022-05;P\(String(repeating: "1", count: 256));S;mobilite;;cdi;existant;1;;;;;",
      "identifier-too-long row 2/2 B poste_id"),
    etp(
      "2022-05;P;\(String(repeating: "é", count: 129));mobilite;;cdi;existant;1;;;;;",
      "identifier-too-long row 2/2 C salarie_id"),
    paths(
      "B;\(String(repeating: "x", count: 257));aci;mobilite;01/02/2022;;;;;;;;;",
      "identifier-too-long row 2/2 B cle_personne"),
    etp("2022-05;-;S;mobilite;;cdi;existant;1;;;;;", "missing-value row 2/2 B poste_id"),
    etp("2022-05;P;S;mobilite;59000 Hénin-Beaumont;cdi;existant;1;;;;;", "commune-disagreement row 2/2 E commune"),
    etp("2022-05;P;S;mobilite;;cdi;existant;;151:60;;;;", "not-a-number row 2/2 I heures"),
    paths("B;;aci;mobilite;01/01/1949;;;;;;;;;", "date-out-of-range row 2/2 E date_entree"),
    etp("2022-05;P;S;mobilite;;cdi;existant;1;;;;hier;", "not-a-date row 2/2 L date_debut"),
    etp("2022-05;P;S;mobilite;;cdi;existant;1;;;;;30/02/2022", "no-such-day row 2/2 M date_fin"),
    etp("2022-05;P;S;mobilite;;cdi;existant;1;;;;02/05/2022;01/05/2022", "end-before-start row 2/2 M date_fin"),
    etp("2022-05;P1;S1;mobilite;;cdi;existant;1;;;;01/02/2020;", "duplicate-row row 3/3 B poste_id"),
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
    etp("2022-05;P;S;mobilite;;cdi;existant;1;;;;31/12/9999;", "date-out-of-range warning 2/2 L date_debut"),
    etp("2022-05;P1;T;mobilite;;cdi;existant;0,5;;;;;", "job-above-one warning 2/2 B poste_id"),
    etp("2022-05;P;S1;mobilite;;cdi;existant;0,2;;;;;", "employee-above-one warning 2/2 C salarie_id"),
    paths("B;;aci;mobilite;01/02/2022;;;;1900;;;;;", "unlikely-age warning 2/2 I naissance"),
    paths("B;;aci;mobilite;01/02/2022;30/12/1899;durable;;;;;;;", "date-out-of-range warning 2/2 F date_sortie"),
    meeting("01/05/2022;ca;;;adds, DIE;;", "not-a-member-present warning 2/2 E membres"),
  ]

  static let notes = [
    Case(.etp, "Titre\n\n" + Exports.text(.etp), "title-lines note 3/3 - -"),
    Case(.reunions, "nom;date;prénom;instance\n", "unknown-column note 1/1 - -"),
    Case(.etp, Exports.text(.etp) + "Total;;;;;;;9;;;;;\n", "total-row note 11/11 - -"),
    etp("44700;P;S;mobilite;;cdi;existant;1;;;;;", "excel-serial note 2/2 A mois"),
    etp("2022-05;P;S;mobilite;;cdi;existant;1;;;;44700;", "excel-serial note 2/2 L date_debut"),
    etp("2022-05;P;S;mobilite;;cdi;existant;1;;;;01/02/2020 00:00;", "time-dropped note 2/2 L date_debut"),
    etp(
      "2022-05;P;-;mobilite;/;cdi;existant;1;nc;n.c.;sans objet;NR;–", "read-as-blank note 2/2 C salarie_id",
      "read-as-blank note 2/2 E commune", "read-as-blank note 2/2 I heures", "read-as-blank note 2/2 J dispositif",
      "read-as-blank note 2/2 K sexe", "read-as-blank note 2/2 L date_debut", "read-as-blank note 2/2 M date_fin"),
    etp("Service technique", "lone-cell note 2/2 - -"),
    etp(Exports.headers[.etp]!, "repeated-header note 2/2 - -"),
    Case(.etp, "Mai 1\n" + Exports.text(.etp, "Mai 2"), "title-lines note 2/2 - -", "repeated-title note 3/3 - -"),
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

  @Test("the words for unknown are a note where a word may be, and no case is needed where it may not") func words()
    throws
  {
    for word in [
      "NC", "n.c.", "nr", "N/A", "ns", "Néant", "inconnue", "Non renseigné", "non communiquée", "sans objet", "-", "–",
      "/", "?",
    ] {
      let file = try Sample.read(
        .beneficiaires,
        Exports.text(
          .beneficiaires,
          "B;;aci;mobilite;01/02/2022;\(word);\(word);\(word);\(word);\(word);\(word);\(word);\(word);\(word)"))
      #expect(file.faults.isEmpty && file.rowsKept == 10, "\(word)")
      #expect(file.paths?.rsa[0] == 0 && file.paths?.exit[0] == Int32.min && file.paths?.commune[0] == 0, "\(word)")
    }
    // Blank is no does not make a no of it.
    var association = Sample.association()
    association.blankIsNo = ["rsa"]
    let file = try Sample.read(
      .beneficiaires, Exports.text(.beneficiaires, "B;;aci;mobilite;01/02/2022;;;;;nc;;;;"),
      with: Sample.reader(association))
    #expect(file.paths?.rsa[0] == 0)
  }

  /// A case above, or a test or recorded case somewhere that names it.
  @Test("no code is without a test that causes it") func complete() throws {
    let cases = [
      FindingCodesTests.ofTheFile, FindingCodesTests.ofTheRow, FindingCodesTests.warnings, FindingCodesTests.notes,
    ].joined()
    let tested = Set(cases.flatMap(\.expected).map { String($0.prefix { $0 != " " }) })
    let tests = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "..").standardized
    var elsewhere = ""
    let files = FileManager.default.enumerator(at: tests, includingPropertiesForKeys: nil)
    for case let file as URL in try #require(files)
    where ["swift", ""].contains(file.pathExtension) && file.lastPathComponent != "FindingCodesTests.swift"
      && !file.hasDirectoryPath
    {
      elsewhere += (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    }
    let left = FindingCode.allCases.filter {
      !tested.contains($0.rawValue) && !elsewhere.contains("\"\($0.rawValue)")
        && !elsewhere.contains("[\($0.rawValue)]") && !elsewhere.contains(".\($0) ")
    }
    #expect(left.map(\.rawValue) == [])
  }
}

extension FindingCodesTests.Case {
  fileprivate init(_ kind: ExportKind, _ text: String, _ expected: [String]) {
    self.kind = kind
    self.text = text
    self.expected = expected
  }
}
