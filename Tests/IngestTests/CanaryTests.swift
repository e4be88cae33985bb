import Domain
import Testing

@testable import Ingest

/// No value of a cell stands in a finding, whatever column it is in and whatever is wrong with it or its neighbours.
struct CanaryTests {
  /// Each is a secret that would be recognised in any text.
  private static let secrets = [
    "Zébulon", "zebulon", "Quetzal", "7351249", "735.1249", "zeb@quetzal.fr", "=ZEB()", "Zé\nbulon", "ZEBULON Quetzal",
  ]
  private static let traces = ["ébulon", "ebulon", "uetzal", "etzal", "7351", "1249", "EBULON", "ZEB"]

  @Test("in each column of each kind, alone and all at once", arguments: ExportKind.allCases)
  func everyColumn(_ kind: ExportKind) throws {
    let header = "nom de famille;" + Exports.headers[kind]!
    let columns = header.split(separator: ";", omittingEmptySubsequences: false).count
    for secret in CanaryTests.secrets {
      let quoted = "\"\(secret)\""
      for column in 0..<columns {
        for good in [1, 2] {
          var cells =
            [""] + Exports.goodRow(kind, good).split(separator: ";", omittingEmptySubsequences: false).map(String.init)
          cells[column] = quoted
          let row = cells.joined(separator: ";")
          // The same twice: duplicates and disagreements too.
          let others = (3...20).map { ";" + Exports.goodRow(kind, $0) }
          try check(kind, ([header, row, row, row + ";" + quoted] + others).joined(separator: "\n"))
        }
      }
      let all = Array(repeating: quoted, count: columns).joined(separator: ";")
      try check(
        kind, ([header, all, all + ";"] + (1...20).map { ";" + Exports.goodRow(kind, $0) }).joined(separator: "\n"))
    }
  }

  @Test(
    "in a file that cannot be read",
    arguments: ["a;\"Zébulon", "Zébulon\"x;", "Zébulon\u{0}", "ZÃ©bulon Quetzal", "Zébulon;Quetzal;7351249"])
  func brokenFiles(_ row: String) throws {
    for text in [Exports.text(.etp, row), row, row + "\n" + row] { try check(.etp, text) }
  }

  private func check(_ kind: ExportKind, _ text: String) throws {
    for finding in try Sample.read(kind, text).findings {
      let said = [finding.rule, finding.remedy, finding.header ?? "", finding.code, finding.file].joined(
        separator: "\n")
      for trace in CanaryTests.traces where said.contains(trace) {
        Issue.record("\(finding.code) says \(trace): \(said)")
      }
    }
  }
}

struct ShapeTests {
  @Test(
    "a shape says what kind of thing was typed, and not what",
    arguments: [
      ("2022-13", "un texte de 7 caractères (chiffres, « - »)"), ("Dupont", "6 lettres"), ("x", "1 lettre"),
      ("né à 3", "un texte de 6 caractères (chiffres, lettres)"), ("e\u{301}t", "2 lettres"),
      ("1\u{A0}234 €", "un texte de 7 caractères (chiffres, « € »)"), ("Jean Dupont", "2 mots (10 lettres)"),
      ("\u{1B}[31m", "un texte de 5 caractères (chiffres, lettres, « [ »)"), ("12", "2 chiffres"), ("٣½", "2 chiffres"),
      ("abcdefghijklmnopqrstuvwxyz", "26 lettres"), ("=1+1", "un texte de 4 caractères (chiffres, « = », « + »)"),
      ("a+b=c;d,e!", "un texte de 10 caractères (lettres, « + », « = », « ; », « , »)"),
    ])
  func shapes(_ text: String, _ expected: String) {
    #expect(Array(text.utf8).withUnsafeBufferPointer { shape(of: $0) } == expected)
  }
}
