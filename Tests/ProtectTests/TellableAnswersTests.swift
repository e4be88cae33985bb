import Domain
import Testing

@testable import Protect

/// How many answer, and when that is told. k is 5, and 11 for what is tagged sensitive.
@Suite struct TellableAnswersTests {
  private let adds = Cell([Cell.Member(.association, "adds")])

  private func figure(_ id: String = "part", _ horizon: Horizon = .annee, _ cell: Cell, answers: Answers? = nil)
    -> Figure
  {
    Figure(indicator: id, horizon: horizon, cell: cell, value: Rational(50), status: .U, answers: answers)
  }

  private static func indicator(_ id: String, countsPersons: Bool, sensitive: Bool = false) -> Indicator {
    var indicator = Indicator(
      id: id, label: Label(fr: id), definition: Label(fr: id), unit: .percent, decimals: 0, term: Term(.countPersons),
      horizons: [.annee])
    indicator.countsPersons = countsPersons
    indicator.tags = sensitive ? ["sensitive"] : []
    return indicator
  }
  private static let catalogue = Catalogue([
    indicator("part", countsPersons: true), indicator("rqth", countsPersons: true, sensitive: true),
    indicator("effectif", countsPersons: true), indicator("postes", countsPersons: false),
  ])

  private func tells(
    _ answered: Int, _ asked: Int, _ unit: Answers.Unit = .persons, of id: String = "part",
    own: Confidentiality = .F, beside others: [(Figure, Confidentiality)] = []
  ) -> Bool {
    let figure = figure(id, .annee, adds, answers: Answers(answered: answered, asked: asked, unit: unit))
    let all = [(figure: figure, confidentiality: own)] + others.map { (figure: $0.0, confidentiality: $0.1) }
    return tellsAnswers(
      of: figure, own, of: Self.catalogue[id], beside: HiddenPersons(all, Self.catalogue),
      SmallCounts(Programme.Confidentiality()))
  }

  // Who answers, and who does not.
  @Test(arguments: [(73, 79, true), (74, 78, false), (4, 79, false), (5, 79, true), (74, 79, true), (75, 79, false)])
  func few(_ answered: Int, _ asked: Int, _ expected: Bool) { #expect(tells(answered, asked) == expected) }

  @Test(arguments: [(68, 79, true), (69, 79, false), (10, 79, false), (11, 79, true)])
  func fewOfWhatIsSensitive(_ answered: Int, _ asked: Int, _ expected: Bool) {
    #expect(tells(answered, asked, of: "rqth") == expected)
  }

  // 79 asked, beside a hidden count of persons of the same cell: C or D, of whichever indicator, over the same time alone.
  @Test func beside() {
    #expect(tells(50, 79, beside: [(figure("effectif", .annee, adds), .F)]))
    for hidden in [Confidentiality.C, .D] {
      #expect(!tells(50, 79, beside: [(figure("effectif", .annee, adds), hidden)]))
      #expect(tells(50, 79, beside: [(figure("effectif", .mois, adds), hidden)]))
      #expect(tells(50, 79, beside: [(figure("effectif", .annee, .total), hidden)]))
      // A hidden figure of jobs counts nobody; one that the catalogue has no more may.
      #expect(tells(50, 79, beside: [(figure("postes", .annee, adds), hidden)]))
      #expect(!tells(50, 79, beside: [(figure("gone", .annee, adds), hidden)]))
    }
  }

  @Test(arguments: [Answers.Unit.persons, .paths, .employees, .rows]) func units(_ unit: Answers.Unit) {
    #expect(tells(50, 79, unit) && !tells(50, 79, unit, beside: [(figure("effectif", .annee, adds), .C)]))
  }

  @Test(arguments: [Answers.Unit.jobs, .meetings]) func unitsOfNobody(_ unit: Answers.Unit) {
    #expect(tells(50, 79, unit, beside: [(figure("effectif", .annee, adds), .C)]))
  }

  // Small meetings are meetings; small jobs were never told.
  @Test func small() { #expect(tells(1, 2, .meetings) && !tells(1, 2, .jobs)) }

  @Test func aHiddenFigureTellsNothing() {
    #expect(!tells(50, 79, own: .C) && !tells(50, 79, own: .D) && !tells(50, 79, .meetings, of: "postes", own: .D))
  }

  @Test func nothingIsAsked() {
    let figure = figure("part", .annee, adds)
    #expect(
      !tellsAnswers(
        of: figure, .F, of: nil, beside: HiddenPersons([], Self.catalogue), SmallCounts(Programme.Confidentiality())))
  }
}
