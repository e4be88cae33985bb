import Domain
import Foundation
import Testing

@testable import Report

/// Months that nobody wishes for: the page stays whole and says what it can.
@Suite struct HostileMonthTests {
  private static let hostile =
    "A & B <script>alert('1')</script> 🚲\u{0007}\u{202E} \"x\" " + String(repeating: "long ", count: 10)

  @Test func survivesHostileLabels() {
    var month = SampleMonth.reported()
    month.definitions.programme.label.fr = Self.hostile
    month.definitions.programme.axes[0].label.fr = Self.hostile
    month.definitions.programme.associations[2].label = Self.hostile
    month.definitions.programme.instances[0].label.fr = Self.hostile
    var findings = month.findings.all
    findings[0].rule = Self.hostile
    findings[0].file = "exports/<b>/\u{0000}é.csv"
    month.findings = Findings(findings)
    let page = indexPage(month, links: [])
    let text = readableText(page)
    #expect(!page.contains("<script"))
    #expect(text.contains("A & B <script>alert('1')</script> 🚲␇⟨U+202E⟩"))
    #expect(text.contains("exports/<b>/␀é.csv"))
    #expect(!page.unicodeScalars.contains { $0.value == 7 || $0.value == 0x202E || $0.value == 0 })
    let block = newsletterBlock(month)
    #expect(!block.contains("<script"))
    #expect(block.contains("&lt;script>"))
  }

  @Test func survivesNothingDelivered() {
    var month = SampleMonth.reported()
    month.deliveries = Deliveries(month.deliveries.map { Delivery($0.id, outcome: .absent, isOwed: true) })
    let text = readableText(indexPage(month, links: []))
    #expect(text.contains("0 fichier reçu sur 13."))
    #expect(text.components(separatedBy: "en attente").count == 14)
  }

  @Test func saysThatAllIsMissing() {
    let month = everyFigure { figure in
      var lost = figure
      lost.value = nil
      lost.status = .M
      lost.reason = .aucunFichier
      return ReleasedFigure(lost)
    }
    let text = readableText(indexPage(month, links: []))
    #expect(text.contains("ETP\nmai 2022\nnd (aucun fichier accepté)"))
    #expect(text.contains("○ Incomplet") && !text.contains("● Définitif"))
    #expect(!text.contains("L’ESS dans l’emploi~:"))
    let block = visibleSpaces(newsletterBlock(month))
    #expect(block.contains("- Emplois créés ou en cours de création~: non disponible (aucun fichier accepté)."))
    #expect(block.contains("- ETP, en mai 2022~: non disponible (aucun fichier accepté)."))
  }

  @Test func saysThatAllIsSecret() {
    let month = everyFigure { ReleasedFigure($0, confidentiality: .D) }
    let text = readableText(indexPage(month, links: []))
    #expect(text.contains("ETP\nmai 2022\ns (secret statistique)"))
    #expect(!text.contains("61,10"))
    let block = visibleSpaces(newsletterBlock(month))
    #expect(block.contains("Bénéficiaires, de janvier à mai 2022~: chiffre couvert par le secret statistique."))
    #expect(!block.contains("79") && !block.contains("ingt"))
  }

  @Test func survivesAnEmptyProgramme() {
    var month = SampleMonth.reported()
    month.definitions.catalogue = Catalogue([])
    month.definitions.funders = []
    month.definitions.programme.axes = []
    month.definitions.programme.associations = []
    month.deliveries = []
    month.findings = []
    month.release.history = []
    let text = readableText(indexPage(month, links: []))
    #expect(text.contains("Aucun financeur n’a de chiffre clé."))
    #expect(text.contains("Rien à signaler ce mois-ci."))
    #expect(newsletterBlock(month).contains("Aucun fichier n’était attendu pour mai 2022."))
  }

  @Test func aCurveNeedsTwoMonthsAndShowsItsGaps() throws {
    var month = SampleMonth.reported()
    month.release.history = [month.history[10]]
    #expect(keyFigures(of: month).allSatisfy { sparkline($0, number: 1, in: month) == nil })
    let whole = SampleMonth.reported()
    let key = try #require(keyFigures(of: whole).first { $0.indicator.id == "etp_insertion" })
    let curve = try #require(sparkline(key, number: 1, in: whole))
    #expect(curve.source.matches(of: /M\d/).count == 3, "two pieces and the last point")
    #expect(curve.source.contains("1 mois sans valeur."))
  }

  private func everyFigure(_ change: (Figure) -> ReleasedFigure) -> ReportedMonth {
    var month = SampleMonth.reported()
    month.release.figures = ReleasedFigures(month: month.month, month.figures.all.map { change($0.figure) })
    month.release.history = month.history.map { ReleasedFigures(month: $0.month, $0.all.map { change($0.figure) }) }
    return month
  }
}
