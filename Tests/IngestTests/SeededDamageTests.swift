import Domain
import SeededNumbers
import Testing

@testable import Ingest

/// One file with twenty faults gives exactly those twenty findings, at the right places, whatever stands above them: a
/// byte-order mark, titles, blank lines, cells with line breaks, rows that say nothing wrong.
struct SeededDamageTests {
  /// What stands in the file, and what is to be found there: `code column header`, or nothing.
  private static let faults: [(row: String, expected: String)] = [
    ("2022-04;P01;;mobilite;;cdi;existant;1;;;;;;note", "wrong-month A Mois"),
    ("printemps;P02;;mobilite;;cdi;existant;1;;;;;;note", "not-a-month A Mois"),
    (";P03;;mobilite;;cdi;existant;1;;;;;;note", "missing-value A Mois"),
    ("2022-05;;;mobilite;;cdi;existant;1;;;;;;note", "missing-value B N° poste"),
    ("2022-05;P05;;océan;;cdi;existant;1;;;;;;note", "unknown-code D Axe PTCE"),
    ("2022-05;P06;;mobilite;Atlantis;cdi;existant;1;;;;;;note", "unknown-commune E Commune"),
    ("2022-05;P07;;mobilite;62320;cdi;existant;1;;;;;;note", "ambiguous-postal-code E Commune"),
    ("2022-05;P08;;mobilite;;cdx;existant;1;;;;;;note", "unknown-code F Type de contrat"),
    ("2022-05;P09;;mobilite;;cdi;vacant;1;;;;;;note", "unknown-code G Situation"),
    ("2022-05;P10;;mobilite;;cdi;existant;1,5;;;;;;note", "out-of-range H Quotité"),
    ("2022-05;P11;;mobilite;;cdi;existant;1 €;;;;;;note", "not-a-number H Quotité"),
    ("2022-05;P12;;mobilite;;cdi;existant;;-3;;;;;note", "out-of-range I Heures payées"),
    ("2022-05;P13;;mobilite;;cdi;existant;;;;;;;note", "missing-value H Quotité"),
    ("2022-05;P14;;mobilite;;cdi;existant;1;;abc;;;;note", "unknown-code J Structure"),
    ("2022-05;P15;;mobilite;;cdi;existant;1;;;??;;;note", "unknown-code K Genre"),
    ("2022-05;P16;;mobilite;;cdi;existant;1;;;;32/01/2022;;note", "no-such-day L Entrée"),
    ("2022-05;P17;;mobilite;;cdi;existant;1;;;;;bientôt;note", "not-a-date M Sortie"),
    ("2022-05;P18;;mobilite;;cdi;existant;1;;;;02/05/2022;01/05/2022;note", "end-before-start M Sortie"),
    ("2022-05;P19;;mobilite;;cdi;existant;1;;;;;note", "row-width - -"),
    ("2022-05;P20;;mobilite;;cdi;existant;0,9;100;;;;;note", "fte-hours-gap H Quotité"),
  ]
  private static let header =
    "Mois;N° poste;Matricule;Axe PTCE;Commune;Type de contrat;Situation;Quotité;Heures payées;Structure;Genre;Entrée;Sortie;Remarque"

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func exactlyTwenty(_ seed: UInt64) throws {
    var random = Seeded(seed)
    let end = ["\n", "\r\n", "\r"].randomElement(using: &random)!
    var text = "\u{FEFF}"
    var (line, row) = (1, 1)
    func put(_ record: String, lines: Int = 1) {
      text += record + end
      line += lines
      row += 1
    }
    func filler(_ count: Int) {
      for number in 0..<count {
        if Bool.random(using: &random) { put(["", ";;;", " ", "\"\";;"].randomElement(using: &random)!) }
        let breaks = Int.random(in: 0...3, using: &random)
        let remark = "\"un \"\"mot\"\";" + String(repeating: "et \(end)", count: breaks) + "fin\""
        put("2022-05;G\(line)-\(number);;mobilite;;cdi;existant;1;;;;;;\(remark)", lines: breaks + 1)
      }
    }
    for _ in 0..<Int.random(in: 0...3, using: &random) { put("Extraction « paie » du \"31 mai") }
    if Bool.random(using: &random) { put("") }
    put(SeededDamageTests.header.replacing("Remarque", with: "\"Rema\(end)rque\""), lines: 2)
    var expected: [String] = []
    for fault in SeededDamageTests.faults.shuffled(using: &random) {
      filler(Int.random(in: 4...7, using: &random))
      let parts = fault.expected.split(separator: " ", maxSplits: 2).map(String.init)
      let severity = parts[0] == "fte-hours-gap" ? "warning" : "row"
      expected.append("\(parts[0]) \(severity) \(line)/\(row) \(parts[1]) \(parts[2])")
      put(fault.row)
    }
    filler(3)
    let file = try Sample.read(.etp, text)
    #expect(file.faults == expected)
    #expect(file.rowsRefused == 19 && file.rows != nil)
    #expect(file.findings.allSatisfy { $0.rule != "" && $0.remedy != "" && $0.file == "exports/adds/etp-2022-05.csv" })
    #expect(
      file.notes.allSatisfy {
        $0.hasPrefix("title-lines") || $0.hasPrefix("unknown-column") || $0.hasPrefix("repeated-title")
      })
  }
}
