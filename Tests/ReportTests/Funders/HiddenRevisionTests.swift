import Domain
import Testing

@testable import Report

/// Of a hidden figure a report does not say whether it changed.
@Suite struct HiddenRevisionTests {
  private static let key = Figures.Key("personnes", .annee, Cell(FunderSample.association("afeji")))
  private static let step = RevisionStep(
    .donnee, .exports([DeliveryID("afeji", .beneficiaires, FunderSample.month)]), french: "AFEJI : lignes ajoutées")

  private static func revision(
    _ old: ReleasedValue, _ new: ReleasedValue, of key: Figures.Key = key, from: Status? = .A, to: Status? = .A,
    isMove: Bool = true
  ) -> ReleasedRevision {
    ReleasedRevision(
      key: key, old: old, new: new, oldStatus: from, newStatus: to, isMove: isMove, steps: [step])
  }

  private func report(_ revisions: [ReleasedRevision]) -> FunderReport {
    FunderReport(FunderSample.reported(edition: FunderSample.second, revisions: revisions), FunderSample.funder)
  }

  private func everything(_ report: FunderReport) -> [String] {
    funderBook(report).sheets.map { readableText(of: $0) }
      + [String(decoding: report.table, as: UTF8.self), funderPage(report)] + [compteRendu(report) ?? ""]
  }

  /// The same bytes whether it changed or not: its value, its status, its parts, from a number or from none.
  @Test(arguments: [
    revision(.hidden, .hidden), revision(.shown(Rational(7)), .hidden), revision(.missing, .hidden, from: .M),
    revision(.hidden, .hidden, from: .P, isMove: false),
  ])
  func nothingIsTold(_ hidden: ReleasedRevision) {
    let shown = Self.revision(.shown(Rational(60)), .shown(Rational(61)), of: Figures.Key("etp_total", .mois))
    #expect(everything(report([hidden])) == everything(report([])))
    #expect(everything(report([hidden, shown])) == everything(report([shown])))
    #expect(!report([hidden]).isTouched && report([hidden]).materiality == nil)
  }

  /// What moved by so few that its old value is not told weighs nothing that could be told.
  @Test func aMovementThatIsNotTold() {
    let total = Figures.Key("personnes", .annee)
    let moved = report([Self.revision(.hidden, .shown(Rational(79)), of: total)])
    #expect(moved.isTouched && moved.materiality == nil)
    #expect(revisionSentence(moved).hasPrefix("Révision : dans ce rapport, 1 chiffre change."))
  }

  /// A row that is new, or is there no more, is seen in any case.
  @Test func whatIsSeen() {
    let gone = Figures.Key("personnes", .annee, Cell(FunderSample.association("die")))
    #expect(changeWords(report([Self.revision(.hidden, .missing, of: gone, to: nil)])) == "1 chiffre n'y est plus")
    #expect(changeWords(report([Self.revision(.missing, .hidden, from: nil)])) == "1 chiffre est nouveau")
  }

  /// A number that became an *s* is no change that is told, so the words do not say that there is none.
  @Test func wordsOfAnUntouchedReport() {
    #expect(revisionSentence(report([])) == "Ce rapport n'est pas touché par la révision, dans ce qu'il montre.")
    let note = "Ce que couvre le secret statistique n'est pas comparé d'une édition à l'autre."
    #expect(revisionSheet(report([])).blocks[0].lines.contains(note))
    let open = FunderSample.reported(
      figures: FunderSample.figures.filter { !$0.isHidden }, edition: FunderSample.second)
    let shown = FunderReport(open, FunderSample.funder)
    #expect(revisionSentence(shown) == "Ce rapport n'est pas touché par la révision.")
    #expect(!revisionSheet(shown).blocks[0].lines.contains(note))
  }
}
