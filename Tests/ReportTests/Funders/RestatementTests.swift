import Domain
import Testing
import Workbook

@testable import Report

/// What changed of a report beside its figures, and who is told that nothing did.
@Suite struct RestatementTests {
  private func report(before change: (inout Definitions) -> Void) -> FunderReport {
    var month = FunderSample.reported(edition: FunderSample.second)
    change(&month.predecessor!.definitions)
    return FunderReport(month, FunderSample.funder)
  }

  @Test func aTargetThatMoved() throws {
    let report = report { definitions in
      var indicators = definitions.catalogue.indicators
      indicators[3].targets[0].value = Rational(50)
      definitions.catalogue = Catalogue(indicators)
    }
    let one = try #require(report.restated.first)
    #expect(
      one.subject == .aim(.target) && one.difference == Rational(10) && one.figure.key.indicator == "taux_sorties")
    #expect(report.isTouched && report.isRevised(one.figure.key) && report.materiality == nil)
    #expect(revisionSentence(report).contains("une cible change"))
    let rows = revisionSheet(report).blocks[0].table?.rows ?? []
    #expect(rows.first?[0].words == "Taux de sorties dynamiques – cible" && rows.first?[7].words == "objectif")
  }

  @Test func aCommentAndAnObjective() {
    let key = FunderSample.funder.keyFigures[0]
    let report = report { definitions in
      definitions.funders[0].comments = [Comment(key: key, month: FunderSample.month, text: Label(fr: "Ouvert."))]
      definitions.funders[0].objectives = [
        Objective(
          key: key, period: FunderSample.month...FunderSample.month, value: Rational(20), kind: .objectif, source: "")
      ]
    }
    #expect(Set(report.restated.map(\.subject)) == [.comment, .aim(.objective)])
  }

  @Test func nothingChanged() {
    let report = report { _ in }
    #expect(!report.isTouched && report.editionStatus.hasSuffix("révisé"))
    #expect(revisionSentence(report).hasPrefix("Ce rapport n'est pas touché par la révision"))
    #expect(revisionSheet(report).blocks[0].lines.contains("Ce rapport n'est pas touché."))
  }

  /// A funder that the edition before had no report for: nothing is replaced.
  @Test func firstReport() {
    let report = report { $0.funders = [] }
    #expect(!report.isRevision && !report.editionStatus.contains("révisé"))
    #expect(!report.sheetNames.contains("Révisions"))
    #expect(!summaryLines(report).joined().contains("remplace"))
  }

  @Test func materialityOfThisReport() {
    var month = FunderSample.reported(edition: FunderSample.second, revisions: FunderSample.revisions)
    #expect(FunderReport(month, FunderSample.funder).materiality == .substantielle)
    month.release.revisions = [
      ReleasedRevision(
        key: Figures.Key("etp_total", .mois), old: .shown(Rational(6_110, over: 100)),
        new: .shown(Rational(6_111, over: 100)),
        oldStatus: .A, newStatus: .A, isMove: true, steps: [])
    ]
    #expect(FunderReport(month, FunderSample.funder).materiality == .mineure)
  }

  /// The comment stands in every format.
  @Test func commentsEverywhere() {
    var funder = FunderSample.funder
    let text = "Le garage a ouvert ; =SOMME(1)"
    funder.comments = [Comment(key: funder.keyFigures[0], month: FunderSample.month, text: Label(fr: text))]
    let report = FunderReport(FunderSample.reported([funder]), funder)
    let row = records(report.table, separator: ";").first { $0.last == text }
    #expect(row?.first == "emplois_crees")
    #expect(funderPage(report).contains("Le garage a ouvert\u{202F}; =SOMME(1)"))
    #expect(summarySheet(report).blocks.flatMap(\.notes).contains { $0.contains(text) })
  }
}
