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

  /// With its number.
  private static func told(_ key: Figures.Key) -> ReleasedFigure {
    ReleasedFigure(
      Figure(indicator: key.indicator, horizon: key.horizon, cell: key.cell, value: Rational(7), status: .A))
  }

  private func report(_ revisions: [ReleasedRevision]) -> FunderReport {
    FunderReport(FunderSample.reported(edition: FunderSample.second, revisions: revisions), FunderSample.funder)
  }

  /// The edition before showed the cell's number to this funder; this one hides it.
  private func concealing(_ revisions: [ReleasedRevision], for before: Funder = FunderSample.funder) -> FunderReport {
    var month = FunderSample.reported(edition: FunderSample.second, revisions: revisions)
    month.predecessor?.told = [Self.told(Self.key)]
    month.predecessor?.definitions = Definitions(
      programme: month.definitions.programme, catalogue: month.definitions.catalogue, funders: [before],
      reference: month.definitions.reference, acknowledged: month.definitions.acknowledged)
    return FunderReport(month, FunderSample.funder)
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

  /// What was shown and is hidden now is named, without a value, so that nobody wonders where the number went; and alike whether it
  /// moved or not, and by how much: hidden as it is small, or for another's sake.
  @Test(arguments: [
    [], [revision(.shown(Rational(7)), .hidden)], [revision(.hidden, .hidden)],
    [revision(.hidden, .hidden, from: .P, isMove: false)],
  ])
  func concealed(_ revisions: [ReleasedRevision]) throws {
    let report = concealing(revisions)
    #expect(everything(report) == everything(concealing([])))
    #expect(report.isTouched && report.materiality == nil)
    #expect(changeWords(report) == "1 chiffre est masqué depuis")
    #expect(revisionSentence(report).hasPrefix("Révision : dans ce rapport, 1 chiffre est masqué depuis."))
    let rows = try #require(revisionSheet(report).blocks[0].table).rows.map { $0.map(\.shown) }
    let detail = "montré, il dirait un petit nombre de personnes, seul ou avec d'autres"
    #expect(
      rows == [
        [
          "Bénéficiaires", "AFEJI", "janvier à mai 2022", "s", "s", "–", "masqué depuis", "secret statistique", detail,
        ]
      ])
    #expect(revisionSheet(report).blocks[0].lines.contains("s : secret statistique ; – : sans objet."))
    let page = indexPage(report.month, [report], links: [])
    #expect(
      readableText(page).contains(
        "Région Hauts-de-France – «~Bénéficiaires, AFEJI~» (janvier à mai 2022)~: masqué depuis (secret statistique)."))
  }

  /// A figure that the funder did not get, or that was hidden before, or that is shown, went nowhere.
  @Test func whatIsNotConcealed() {
    var other = FunderSample.funder
    other.sections = []
    #expect(concealing([], for: other).concealed.isEmpty)
    #expect(report([]).concealed.isEmpty)
    var month = concealing([]).month
    month.predecessor?.told = [Figures.Key("personnes", .annee), Figures.Key("etp_total", .mois)].map(Self.told)
    #expect(FunderReport(month, FunderSample.funder).concealed.isEmpty)
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
