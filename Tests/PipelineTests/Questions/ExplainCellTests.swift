import Domain
import Foundation
import Testing
import Workbook

@testable import Pipeline
@testable import Report

/// Cells of a delivered workbook: figures of the month and of others, what they are read against, and what is between two.
@Suite struct ExplainCellTests {
  /// Fourteen months, one job more in every one of them, and half a job corrected away in the last.
  private static func world() throws -> SmallProgramme {
    let small = try SmallProgramme()
    try small.edit(
      "indicators.yaml", "    measure: {sum_stock: {kind: etp, of: etp, except: {statut: [supprime]}}}",
      "    baseline: {value: 3.5, as_of: 2022-01, source: \"Lettre 1\"}\n"
        + "    measure: {sum_stock: {kind: etp, of: etp, except: {statut: [supprime]}}}")
    try small.edit(
      "funders/region.yaml", "sections:",
      """
      objectives:
        - {indicator: emplois_crees, horizon: programme, from: 2022-01, until: 2023-08, value: 16, kind: conventionne, source: "convention 7"}
      sections:
      """)
    for number in 0...13 { try jobs(small, number) }
    try small.run("2022-01", to: "2023-02")
    try small.edit("exports/adds/etp-2023-02.csv", "P0;S0;mobilite;cdi;cree;1", "P0;S0;mobilite;cdi;cree;0,5")
    try small.edit("indicators.yaml", "value: 3.5", "value: 4")
    try small.publish("2023-02") { $0.reason = "corrigé" }
    return small
  }

  private static func jobs(_ small: SmallProgramme, _ number: Int) throws {
    let month = Month("2022-01")!.advanced(by: number)
    var text = "mois;poste_id;salarie_id;axe;contrat;statut;etp\n"
    for job in 0...number { text += "\(month);P\(job);S\(job);mobilite;cdi;cree;1\n" }
    try small.write(
      "exports/adds/etp-\(month).csv",
      text.replacing("P\(number);S\(number);mobilite;cdi;cree;1", with: "P\(number);S\(number);alimentation;cdi;cree;1")
    )
  }

  private func book(_ small: SmallProgramme, _ edition: String = "2023-02.2") -> String {
    "\(small.reports.path)/editions/\(edition)/financeurs/region-\(edition.prefix(7)).xlsx"
  }

  /// Where a header and a row's first words meet.
  private func place(_ sheet: String, _ row: String, _ header: String, _ path: String) throws -> String {
    for number in 1...60 {
      guard case .text(row)? = try readCell(at: CellPlace(row: number, column: 0), on: sheet, of: path) else {
        continue
      }
      for above in stride(from: number, through: 0, by: -1) {
        for column in 0...25 {
          let cell = try readCell(at: CellPlace(row: above, column: column), on: sheet, of: path)
          if case .text(let text)? = cell, text.hasPrefix(header) { return CellPlace(row: number, column: column).name }
        }
      }
    }
    Issue.record("\(sheet): no \(row), \(header)")
    return "A1"
  }

  private func explain(
    _ sheet: String, _ row: String, _ header: String, _ small: SmallProgramme, edition: String = "2023-02.2"
  ) throws -> CellExplanation {
    let path = book(small, edition)
    return try explainCell("\(sheet)!\(place(sheet, row, header, path))", of: path, reports: small.reports)
  }

  private func values(_ cell: CellExplanation) -> [String] {
    cell.parts.map { $0.value?.text() ?? "nd" } + [cell.result?.text() ?? "nd"]
  }

  /// 14 jobs of 1 ETP, one of which was halved.
  @Test func figuresAndWhatIsBetweenThem() throws {
    let small = try Self.world()
    let onAMonth = try explain("Synthèse", "ETP", "Sur un mois", small)
    #expect(values(onAMonth) == ["13.5", "13", "0.5"] && onAMonth.isProven && onAMonth.operation == .difference)
    let onAYear = try explain("Synthèse", "ETP", "Sur un an", small)
    #expect(values(onAYear) == ["13.5", "2", "11.5"] && onAYear.isProven)
    guard case .figure(_, let february, "2023-02.2") = onAYear.parts[1] else { throw CancellationError() }
    #expect(february.month == Month("2022-02")!)

    let toBase = try explain("Synthèse", "ETP", "Écart à la base", small)
    #expect(values(toBase) == ["13.5", "4", "9.5"] && toBase.isProven)
    guard case .declared(let base, "indicators.yaml") = toBase.parts[1] else { throw CancellationError() }
    #expect(base.source == "Lettre 1" && base.month == Month("2022-01")! && base.subject == .baseline)
    #expect(values(try explain("Synthèse", "ETP", "Base", small)) == ["4", "4"])

    let share = try explain("Synthèse", "Emplois créés", "Écart en", small)
    #expect(values(share) == ["14", "16", "-12.5"] && share.isProven && share.operation == .share)
    guard case .declared(let agreed, "funders/region.yaml") = share.parts[1] else { throw CancellationError() }
    #expect(agreed.subject == .objective(.conventionne) && agreed.source == "convention 7")
    // 14 of 20 months.
    #expect(values(try explain("Synthèse", "Emplois créés", "Période écoulée", small)) == ["16", "70"])
  }

  @Test func otherMonthsAndTheEditionBefore() throws {
    let small = try Self.world()
    let april = try explain("Évolution", "avril 2022", "ETP", small)
    #expect(values(april) == ["4", "4"] && april.isProven)
    guard case .figure(_, let limited, _) = april.parts[0] else { throw CancellationError() }
    #expect(limited.month == Month("2022-04")! && limited.facts.jobs.allSatisfy { $0.month <= limited.month })

    let old = try explain("Révisions", "ETP", "Ancienne valeur", small)
    guard case .figure(_, _, "2023-02.1") = old.parts[0] else { throw CancellationError() }
    // The first row is the axis that moved; the whole stands below it.
    #expect(values(old) == ["13", "13"] && old.isProven)
    #expect(values(try explain("Révisions", "ETP", "Nouvelle valeur", small)) == ["12.5", "12.5"])
    let between = try explain("Révisions", "ETP", "Écart", small)
    #expect(values(between) == ["12.5", "13", "-0.5"] && between.isProven)
    // A base that was restated: both are declared, the old one in the edition before.
    let base = try explain("Révisions", "ETP – base", "Écart", small)
    #expect(values(base) == ["4", "3.5", "0.5"] && base.isProven)
    guard case .declared(let before, _) = base.parts[1] else { throw CancellationError() }
    #expect(before.isBefore)
  }

  /// Every cell that can be asked for, of both editions of the month, gives what its sheet shows.
  @Test func everyCellHolds() throws {
    let small = try Self.world()
    var operations: [CellExplanation.Operation: Int] = [:]
    for edition in ["2023-02.1", "2023-02.2"] {
      let workbook = try RemadeWorkbook(
        DeliveredWorkbook(book(small, edition), asking: "", among: small.reports), small.reports)
      for sheet in workbook.report.sheets {
        for place in SheetLayout(sheet, footer: PageBand()).origins.keys {
          let cell = try workbook.explain(CellName("\(sheet.name)!\(place.name)"))
          #expect(cell.isProven, "\(edition) \(sheet.name)!\(place.name)")
          operations[cell.operation, default: 0] += 1
        }
      }
    }
    #expect(CellExplanation.Operation.allCases.allSatisfy { operations[$0, default: 0] > 0 }, "\(operations)")
  }

  /// A proof that cannot fail is none.
  @Test func whatTheSheetDoesNotShowFails() throws {
    let small = try Self.world()
    let gap = try explain("Synthèse", "ETP", "Sur un mois", small)
    func shown(_ content: Workbook.Cell.Content) -> CellExplanation {
      CellExplanation(
        edition: gap.edition, successor: nil, month: gap.month, sheet: gap.sheet, cell: gap.cell, shown: content,
        parts: gap.parts, operation: gap.operation)
    }
    #expect(shown(.number(0.5)).holds && !shown(.number(0.500001)).holds && shown(.text("s")).holds)
    #expect(
      !CellExplanation(
        edition: gap.edition, successor: nil, month: gap.month, sheet: gap.sheet, cell: gap.cell, shown: .number(0.5),
        parts: [.absent("")], operation: .value
      ).holds)
  }

  @Test func sheetsByAnyNameAndCellsByAnySign() throws {
    let small = try Self.world()
    let path = book(small)
    let cell = try place("Emplois par axe", "Mobilité", "ETP", path)
    for name in [
      "Emplois par axe!\(cell)", "emplois  PAR axe!\(cell.lowercased())",
      "'Emplois par axe'!$\(cell.prefix(1))$\(cell.dropFirst())",
      "$'Emplois par axe'.\(cell)", "[region-2023-02.xlsx]Emplois par axe!\(cell)", " emplois par  àxe ! \(cell)",
    ] {
      #expect(try explainCell(name, of: path, reports: small.reports).cell == cell, "\(name)")
    }
    #expect(try explainCell("evolution!B5", of: path, reports: small.reports).sheet == "Évolution")
    func message(_ cell: String) -> String {
      do { return "\(try explainCell(cell, of: path, reports: small.reports))" } catch let error as NoFigureThere {
        return error.message
      } catch { return "\(error)" }
    }
    #expect(message("Emplois par axe!C6:C8").contains("une plage"))
    #expect(message("Emplois par axe!").contains("la case manque"))
    #expect(message("!C7").contains("la feuille manque"))
    #expect(message("C7").contains("attendu, une feuille et une case"))
    #expect(message("Emplois par axe!C0").contains("attendu, une feuille et une case"))
    #expect(message("Autre!C7").contains("Aucune feuille « Autre » ; feuilles : Synthèse, Sommaire, Emplois par axe"))
    let row = cell.dropFirst()
    #expect(
      message("Emplois par axe!A\(row)")
        == "« Emplois par axe!A\(row) » montre « Mobilité », pas un chiffre ; sur cette ligne : B\(row), C\(row).")
    #expect(message("Emplois par axe!A1").contains("le chiffre le plus proche : B"))
    #expect(message("Emplois par axe!Z99").contains("est vide"))
    #expect(message("Complétude!A1").contains("cette feuille ne montre aucun chiffre"))
  }

  /// Two months, the second published twice.
  private func corrected() throws -> SmallProgramme {
    let small = try SmallProgramme()
    for month in ["2022-01", "2022-02"] {
      try small.jobs("adds", month, "1 existant 1")
      try small.publish(month)
    }
    try small.edit("exports/adds/etp-2022-02.csv", "existant;1", "existant;0,5")
    try small.publish("2022-02")
    return small
  }

  /// A workbook comes back by mail under any name.
  @Test func theWorkbookByItsBytes() throws {
    let small = try corrected()
    let cell = try place("Emplois par axe", "Mobilité", "ETP", book(small, "2022-02.1"))
    for (edition, name) in [
      ("2022-02.1", "region-2022-02 (1).xlsx"), ("2022-02.2", "Copie de region-2022-02.xlsx"),
      ("2022-01.1", "rapport.xlsx"),
    ] {
      let copy = small.folder.appending(path: name)
      try FileManager.default.copyItem(at: URL(filePath: book(small, edition)), to: copy)
      let link = small.folder.appending(path: "lien vers \(name)")
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: copy)
      for path in [copy.path, link.path, book(small, edition)] {
        let found = try explainCell("Emplois par axe!\(cell)", of: path, reports: small.reports)
        #expect(
          found.edition == edition
            && found.parts[0].value == (edition == "2022-02.2" ? Rational(1, over: 2) : Rational(1)))
      }
    }
  }

  /// One that was saved again, or is none, is told with the one to ask instead.
  @Test func aWorkbookThatIsNoneOfOurs() throws {
    let small = try corrected()
    let cell = try place("Emplois par axe", "Mobilité", "ETP", book(small, "2022-02.1"))
    func message(_ path: String) -> String {
      do { return try explainCell("Emplois par axe!\(cell)", of: path, reports: small.reports).edition } catch {
        return (error as? NoFigureThere)?.message ?? "\(error)"
      }
    }
    // Touched: its properties name the edition, whatever the month's newest is; without them its name does.
    let touched = small.folder.appending(path: "rapport.xlsx")
    try (Data(contentsOf: URL(filePath: book(small, "2022-02.1"))) + Data([0])).write(to: touched)
    #expect(message(touched.path).contains("2022-02.1/financeurs/region-2022-02.xlsx 'Emplois par axe!\(cell)'"))
    let broken = small.folder.appending(path: "region-2022-02 (2).xlsx")
    try Data("PK, and nothing else".utf8).write(to: broken)
    #expect(message(broken.path).contains("2022-02.2/financeurs/region-2022-02.xlsx 'Emplois par axe!\(cell)'"))
    let stranger = small.folder.appending(path: "autre.xlsx")
    try FileManager.default.copyItem(at: broken, to: stranger)
    #expect(message(stranger.path).contains("n'est d'aucune édition"))
    #expect(message(small.folder.appending(path: "absent.xlsx").path).contains("absent.xlsx"))
    #expect(message(small.folder.path).contains("n'est pas un fichier"))
    try Data("texte".utf8).write(to: stranger)
    #expect(message(stranger.path).contains("ce n'est pas un classeur .xlsx"))
    // In its own edition's folder, too.
    try (Data(contentsOf: URL(filePath: book(small, "2022-02.2"))) + Data([0])).write(
      to: URL(filePath: book(small, "2022-02.2")))
    #expect(message(book(small, "2022-02.2")).contains("remettre l'édition depuis une sauvegarde"))
    // A manifest that cannot be read is in the way of nothing else.
    try Data().write(to: URL(filePath: "\(small.reports.path)/editions/2022-01.1/manifest.json"))
    #expect(message(book(small, "2022-02.1")) == "2022-02.1")
    #expect(message(book(small, "2022-01.1")).contains("manifeste absent ou illisible"))
  }
}
