import Domain
import Testing
import Workbook

@testable import Report

/// What a reader must be told beside the figures.
@Suite struct FunderMarksTests {
  private func lines(_ month: ReportedMonth, _ funder: Funder) -> String {
    let sheet = funderBook(month, funder).sheets[0]
    return sheet.rows.compactMap { row in
      if case .text(let text) = row.cells.first?.content { return text }
      return nil
    }.joined(separator: "\n").replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
  }

  @Test func status() {
    let month = FunderSample.reported()
    #expect(lines(month, FunderSample.funder).contains("mai 2022 – édition 2022-05.1, provisoire."))
    #expect(funderBook(month, FunderSample.funder).properties.status == "provisoire")
    let firm = FunderSample.reported(figures: [FunderSample.released("etp_total", .mois, Rational(1))])
    // The section about insertion has not one figure.
    #expect(lines(firm, FunderSample.funder).contains("édition 2022-05.1, incomplet."))
    var brief = FunderSample.funder
    brief.sections = []
    brief.keyFigures = [Figures.Key("etp_total", .mois)]
    #expect(lines(firm, brief).contains("édition 2022-05.1, définitif."))
    #expect(lines(FunderSample.reported(figures: []), brief).contains("édition 2022-05.1, incomplet."))
    let second = FunderSample.reported(edition: FunderSample.second, revisions: FunderSample.revisions)
    #expect(lines(second, FunderSample.funder).contains("révisée : elle remplace l’édition 2022-05.1"))
    #expect(funderBook(second, FunderSample.funder).properties.status == "provisoire, révisé")
  }

  @Test func agreementAndIllustration() {
    var funder = FunderSample.funder
    #expect(!lines(FunderSample.reported(), funder).contains("Sans convention"))
    funder.agreementFrom = Month(year: 2022, number: 6)
    #expect(lines(FunderSample.reported(), funder).contains("Sans convention"))
    funder.agreementFrom = nil
    funder.contact = Label(fr: "mission ESS")
    let text = lines(FunderSample.reported(), funder)
    #expect(text.contains("Sans convention") && text.contains("Contact : mission ESS"))
    #expect(text.contains("Données illustratives") && text.contains("Données transmises par les associations."))
    var programme = FunderSample.programme()
    programme.isIllustrative = false
    let real = FunderSample.reported(programme: programme)
    #expect(!lines(real, funder).contains("illustratives"))
    #expect(!String(decoding: dataPackage(real, [funder]), as: UTF8.self).contains("illustratives"))
  }

  @Test func completeness() {
    #expect(completenessWords(FunderSample.reported()) == "2 fichiers sur 3 ; manque : DIE (Emplois et ETP)")
    var deliveries = FunderSample.deliveries
    deliveries[0].outcome = .refused
    deliveries[1].outcome = .absent
    let text = completenessWords(FunderSample.reported(deliveries: deliveries))
    #expect(
      text
        == "0 fichier sur 3 ; manquent : AFEJI (Emplois et ETP) et DIE (Emplois et ETP) ; refusé : ADDS (Emplois et ETP)"
    )
  }

  /// A number that can be sorted, `s` and `nd` where there is none.
  @Test func trend() {
    let report = FunderReport(FunderSample.reported(), FunderSample.funder)
    let words = report.headlines.map { figure -> String in
      let cell = trendCell(report.month.release.trends[figure.key], figure, since: 1)
      guard case .number(let value, let look) = cell.content else { return cell.words ?? "" }
      return look.text(value).replacing("\u{A0}", with: " ")
    }
    #expect(words == ["+2 postes", "−1,20 ETP", "0,0 point", "s"])
  }

  /// One word for the row: the least firm of its numbers.
  @Test func rowStatus() {
    let report = FunderReport(FunderSample.reported(), FunderSample.funder)
    let columns = report.sections[0].columns
    // One of its cells is nd.
    #expect(statusWord(of: columns.compactMap { $0.cells["mobilite"] }) == "incomplet")
    #expect(statusWord(of: columns.compactMap { $0.cells["alimentation"] }) == "provisoire")
    #expect(statusWord(of: report.sections[1].columns.compactMap { $0.cells["afeji"] }) == "secret")
    #expect(statusWord(of: [columns[1].cells["mobilite"]].compactMap { $0 }) == "non disponible")
    #expect(statusWord(of: []) == "–")
  }

  /// A new funder is a value: the State, of the call of 2023.
  @Test func newFunder() throws {
    var state = Funder(
      id: "etat", label: Label(fr: "État"), title: Label(fr: "Appel à projets 2023"),
      keyFigures: [Figures.Key("personnes", .annee)],
      sections: [FunderSample.section("Public", .association, [("personnes", .annee)], .none)])
    state.labels = ["personnes": Label(fr: "Personnes accompagnées")]
    let (books, files) = funderFiles(FunderSample.reported([FunderSample.funder, state]))
    #expect(books.map(\.path).last == "financeurs/etat-2022-05.xlsx")
    try ScratchFolder().check(books[1].book)
    #expect(records(files[2].bytes, separator: ";")[1][1] == "Personnes accompagnées")
    #expect(
      books[1].book.sheets.map(\.name) == [
        "Synthèse", "Sommaire", "Public", "Évolution", "Complétude", "Définitions", "Données",
      ])
  }
}
