import Domain
import Testing

@testable import Ingest

/// Widths, blank rows and the total row.
struct RowSourceTests {
  private static let row = "2022-05;P;S;mobilite;;cdi;existant;1;;;f;01/02/2020;"

  private func read(_ rows: String..., header: String = Exports.headers[.etp]!) throws -> ReadFile {
    try Sample.read(.etp, ([header] + rows + (1...9).map { Exports.goodRow(.etp, $0) }).joined(separator: "\n"))
  }

  @Test("empty cells beyond the header are allowed", arguments: ["", ";", ";;;;", "; ;\u{A0};\t", ";\"\""])
  func beyond(_ tail: String) throws {
    let file = try read(RowSourceTests.row + tail)
    #expect(file.findings.isEmpty && file.rowsKept == 10)
  }

  @Test(
    "filled ones are not, nor fewer cells",
    arguments: [
      row + ";x", row + ";;x", row + ";0", String(row.dropLast()), "2022-05", "2022-05;P;S;mobilite;;cdi;existant;1",
    ])
  func width(_ text: String) throws {
    #expect(try read(text).faults == ["row-width row 2/2 - -"])
  }

  @Test("a row's width is that of the header without its empty cells at the end") func emptyHeaderCells() throws {
    let header = Exports.headers[.etp]! + ";;\"\"; "
    #expect(
      try read(RowSourceTests.row, RowSourceTests.row + ";;;;;;", header: header).faults == [
        "duplicate-row row 3/3 B poste_id"
      ])
    #expect(try read(String(RowSourceTests.row.dropLast()), header: header).faults == ["row-width row 2/2 - -"])
    // One in the middle is a column like another.
    let middle = "mois;;poste_id;axe;contrat;statut;etp"
    let file = try Sample.read(
      .etp,
      "\(middle)\n2022-05;x;P;mobilite;cdi;existant;1\n2022-05;P;mobilite;cdi;existant;1\n2022-05;;Q;mobilite;cdi;existant;1\n"
    )
    #expect(file.faults.first == "row-width row 3/3 - -")
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
      #expect(file.notes == (isTotal ? ["total-row note 11/11 - -"] : []))
      #expect(file.faults.isEmpty == isTotal)
      #expect(file.rowsKept == 9)
    }
  }

  @Test(
    "a row with a key is no total, nor one that is not the last",
    arguments: [
      "Total;P10;;;;;;9;;;;;", "Total;;S10;;;;;9;;;;;", "2022-05;Total;;mobilite;;cdi;existant;1;;;;;",
      ";;;;;;;Tota;;;;;", "Sous-total;;;;;;;9;;;;;",
      "9;Total;;;;;;;;;;;",
    ])
  func noTotal(_ text: String) throws {
    let rows = (1...9).map { Exports.goodRow(.etp, $0) }
    let file = try Sample.read(.etp, ([Exports.headers[.etp]!] + rows + [text]).joined(separator: "\n"))
    #expect(file.notes.isEmpty && file.rowsKept + file.rowsRefused == 10)
    #expect(try read("Total;;;;;;;9;;;;;").rowsRefused == 1)
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
