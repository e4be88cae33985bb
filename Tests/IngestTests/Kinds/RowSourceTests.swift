import Domain
import Testing

@testable import Ingest

/// Widths, blank rows and the total row.
struct RowSourceTests {
  private static let row = "2022-05;P;S;mobilite;;cdi;existant;1;;;f;01/02/2020;"

  private func read(_ rows: String..., header: String = Exports.headers[.etp]!) throws -> ReadFile {
    try Sample.read(.etp, ([header] + rows + (1...9).map { Exports.goodRow(.etp, $0) }).joined(separator: "\n"))
  }

  @Test(
    "more cells than the header's line has are a lost or a stray delimiter, blank ones too",
    arguments: [
      row + ";", row + ";;;;", row + ";\"\"", row + ";x", row + ";0", String(row.dropLast()), "2022-05;P",
      "2022-05;P;S;mobilite;;cdi;existant;1",
    ])
  func width(_ text: String) throws {
    #expect(try read(text).faults == ["row-width row 2/2 - -"])
  }

  @Test("a row has as many cells as there are names at least, and as many as the header's line at most")
  func emptyHeaderCells() throws {
    let header = Exports.headers[.etp]! + ";;\"\"; "
    for tail in ["", ";", ";;\u{A0}", ";;;"] {
      #expect(try read(RowSourceTests.row + tail, header: header).faults.isEmpty, "\(tail)")
    }
    for text in [RowSourceTests.row + ";;;;", RowSourceTests.row + ";x", String(RowSourceTests.row.dropLast())] {
      #expect(try read(text, header: header).faults == ["row-width row 2/2 - -"], "\(text)")
    }
    // One in the middle is a column like another.
    let middle = "mois;;poste_id;axe;contrat;statut;etp"
    let file = try Sample.read(
      .etp,
      "\(middle)\n2022-05;x;P;mobilite;cdi;existant;1\n2022-05;P;mobilite;cdi;existant;1\n2022-05;;Q;mobilite;cdi;existant;1\n"
    )
    #expect(file.faults.first == "row-width row 3/3 - -")
  }

  @Test("in a comma file more cells than headers are told as what they mostly are") func decimalCommas() throws {
    let text = "mois,poste_id,axe,contrat,statut,etp\n2022-05,P,mobilite,cdi,existant,0,80\n"
    let finding = try Sample.read(.etp, text).findings[0]
    #expect(finding.code == "row-width" && finding.rule == "7 cellules pour 6 colonnes")
    #expect(
      finding.remedy.contains("virgule") && finding.remedy.contains("guillemets") && finding.remedy.contains("« ; »"))
  }

  @Test("a remedy says what to do about a number below zero, and what is most") func amounts() throws {
    func remedy(_ etp: String, _ hours: String) throws -> String {
      let finding = try read("2022-05;P;S;mobilite;;cdi;existant;\(etp);\(hours);;;;").findings[0]
      return "\(finding.rule) → \(finding.remedy)"
    }
    #expect(
      try remedy("", "-7,00")
        == "des heures ne peuvent pas être négatives → déduire la régularisation des heures du salarié lui-même, ou corriger le fichier du mois concerné"
    )
    #expect(try remedy("150 %", "").hasPrefix("un ETP est au plus 1 (ou 100 %) → "))
  }

  @Test("a width says how many cells there are") func widthRule() throws {
    #expect(try read("2022-05;P").findings[0].rule == "2 cellules pour 13 colonnes")
  }

  @Test(
    "a total row is skipped with a note, whatever its width",
    arguments: [
      "Total;;;;;;;9;;;;;", "TOTAL GÉNÉRAL;;;;;;;9;;;;;", ";;;Total :;;;;9;;;;;", "total", "\"Total\";;;;;;;9",
      "Totaux et total;x", "  Total",
      "Total;;;;;;;9;;;;;;;;x", ";Total;;;;;;9;;;;;", "« Total »;;;", "Totalité;;;;;;;9",
    ])
  func total(_ text: String) throws {
    let rows = (1...9).map { Exports.goodRow(.etp, $0) }
    for tail in ["", "\n", "\n\n;;;\n \n"] {
      let isTotal = !text.hasPrefix("Totaux")
      let file = try Sample.read(.etp, ([Exports.headers[.etp]!] + rows + [text]).joined(separator: "\n") + tail)
      #expect(file.notes == (isTotal ? ["total-row note 11/11 - -"] : []), "\(text)")
      #expect(file.faults.isEmpty == isTotal)
      #expect(file.rowsKept == 9)
    }
  }

  @Test(
    "a total, and a sub-total, is none anywhere in the file", arguments: ["Total", "Sous-total", "sous total atelier"])
  func inBetween(_ word: String) throws {
    let file = try read("\(word);;;;;;;9;;;;;", Exports.goodRow(.etp, 20), "\(word) ;;;;;;;5;;;;;")
    #expect(file.notes == ["total-row note 2/2 - -"] && file.faults.isEmpty && file.rowsKept == 10)
    #expect(file.findings[0].rule == "2 lignes de total ou de sous-total, ignorées")
  }

  @Test(
    "a row with a key is no total",
    arguments: [
      "Total;P10;;;;;;9;;;;;", "Total;;S10;;;;;9;;;;;", "2022-05;Total;;mobilite;;cdi;existant;1;;;;;",
      "Total;;;;;cdi;;9;;;;;", "Total;;;;;;;9;;;;01/05/2022;", "9;Total;;;;;;;;;;;", "Tota;;;;;;;9;;;;;",
      "Un total;;;;;;;9;;;;;", "Sous-tota;;;;;;;9;;;;;",
    ])
  func noTotal(_ text: String) throws {
    let file = try read(text)
    #expect(file.notes.isEmpty && file.rowsKept + file.rowsRefused == 10)
  }

  @Test("the header again, and a title again with other digits, are no records") func repeated() throws {
    let header = Exports.headers[.etp]!
    let text = [
      "ADDS ; paie", "Mai 2022 – page 1", header, Exports.goodRow(.etp, 1), "ADDS;paie;;;;;;;;;;;",
      "\"Mai 2022 – page 12\"", "", header.uppercased().replacing("_", with: " "), Exports.goodRow(.etp, 2),
      header.replacing("mois", with: "mois 2"),
    ]
    let file = try Sample.read(.etp, text.joined(separator: "\n") + "\n")
    #expect(
      file.notes == ["title-lines note 3/3 - -", "repeated-header note 8/8 - -", "repeated-title note 5/5 - -"])
    // What only resembles the header is a row.
    #expect(file.faults.allSatisfy { $0.contains("row 10/10") } && file.jobs?.line == [4, 9])
  }

  @Test("a lone cell is no record, unless it is a value in its place") func loneCell() throws {
    for text in ["Service technique", ";;;Atelier;;;;;;;;;", ";;;;;;;;;;;;note", "1,85E+12;;", ";;;;;;;;;;-;;"] {
      let file = try read(text)
      #expect(file.notes == ["lone-cell note 2/2 - -"] && file.faults.isEmpty, "\(text)")
    }
    for text in ["2022-05;;;;;;;;;;;;", ";P-01;;;;;;;;;;;", ";;;;;;;0,5;;;;;", ";;;;;;;;;;;;31/05/2022"] {
      let file = try read(text)
      #expect(file.notes.isEmpty && file.rowsRefused == 1, "\(text)")
    }
  }

  @Test("the last cells of a block of sixteen rows may be left out") func shortBlocks() throws {
    let header = Exports.headers[.etp]!
    func row(_ number: Int, _ width: Int) -> String {
      let cells = "2022-05;P\(number);S\(number);mobilite;;cdi;existant;1;;;f;01/02/2020;".split(
        separator: ";", omittingEmptySubsequences: false)
      return cells.prefix(width).joined(separator: ";")
    }
    // Rows 2–16 whole; 17–32 short by two; 33 short by one and alone.
    func text(_ last: String, end: String = "\n") -> String {
      ([header] + (2...16).map { row($0, 13) } + (17...32).map { row($0, 11) } + [last]).joined(separator: "\n") + end
    }
    let file = try Sample.read(.etp, text(row(33, 12)))
    #expect(file.rowsKept == 32 && file.faults.isEmpty && file.notes == ["short-block note 17/17 - -"])
    // Without its line end the last, incomplete block may be a cut one.
    #expect(try Sample.read(.etp, text(row(33, 12), end: "")).faults == ["row-width row 33/33 - -"])
    // One row of another width: none of its block is short.
    let mixed = text(row(33, 13)).replacing(row(20, 11) + "\n", with: row(20, 13) + "\n")
    #expect(try Sample.read(.etp, mixed).rowsRefused == 15)
    // A required column is left out: no.
    let bare = (17...32).map { row($0, 6) }
    #expect(
      try Sample.read(.etp, ([header] + (2...16).map { row($0, 13) } + bare).joined(separator: "\n") + "\n").rowsRefused
        == 16)
    // A delimiter too many among the headers makes all other rows look short: their cells stand under other headers.
    for place in 1...12 {
      var names = header.split(separator: ";", omittingEmptySubsequences: false)
      names.insert("", at: place)
      let stray = try Sample.read(
        .etp, ([names.joined(separator: ";")] + (2...48).map { row($0, 13) }).joined(separator: "\n") + "\n")
      #expect(stray.rowsKept == 0, "\(place)")
    }
    // The header's block is never short.
    #expect(
      try Sample.read(.etp, ([header] + (2...5).map { row($0, 12) }).joined(separator: "\n") + "\n").rowsRefused == 4)
  }

  @Test(
    "totals of the other kinds",
    arguments: [
      (ExportKind.beneficiaires, "Total;;;;;;;;;;;;;", 1), (.beneficiaires, "Total;;;;01/02/2022;;;;;;;;;", 0),
      (.beneficiaires, ";Total;12", 1),
      (.reunions, "Total;;;;;45;", 1), (.reunions, "Total;ca;;;;45;", 0), (.reunions, ";;;;;Total", 1),
    ])
  func otherKinds(_ kind: ExportKind, _ row: String, _ totals: Int) throws {
    let file = try Sample.read(kind, Exports.text(kind) + row)
    #expect(file.notes.count == totals && file.rowsRefused == 1 - totals)
  }

  @Test("blank lines are skipped, and lines counted, in every text", arguments: ["\n", "\r\n", "\r"])
  func blankLines(_ end: String) throws {
    let lines = [
      "\u{FEFF}Titre", "", ";;;", Exports.headers[.etp]!, "", "\"\";\"\"", Exports.goodRow(.etp, 1), " \u{A0}",
      Exports.goodRow(.etp, 2), "",
    ]
    #expect(try Sample.read(.etp, lines.joined(separator: end)).jobs?.line == [7, 9])
  }
}
