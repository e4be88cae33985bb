import Domain
import Protect
import Testing

/// How a total moved, as it may be told.
@Suite struct TrendsTests {
  private func trend(
    _ id: String, _ horizon: Horizon, from old: Int?, to new: Int?, ofMonth: Int? = 20, sensitive: Bool = false,
    unit: Indicator.Unit = .personnes
  ) -> Trend? {
    let month = horizon == .mois ? [] : [Protected.figure(id, .mois, ofMonth)]
    let release = Protected.release(
      [Protected.figure(id, horizon, new)] + month, before: [Protected.figure(id, horizon, old)],
      catalogue: Protected.catalogue(sensitive: sensitive, unit: unit))
    return release.trends[Figures.Key(id, horizon)]
  }

  @Test func isTheDifference() {
    #expect(trend("postes", .mois, from: 7, to: 9) == .movement(.shown(Rational(2))))
    #expect(trend("postes", .mois, from: 9, to: 7) == .movement(.shown(Rational(-2))))
    #expect(trend("postes", .mois, from: 9, to: 9) == .movement(.shown(.zero)))
  }

  // So many came, or left: from 1 to 4 they could be known, or to 10 where the indicator is sensitive.
  @Test(arguments: [(0, false), (1, true), (4, true), (5, false)])
  func ofPersons(change: Int, isHidden: Bool) {
    let shown: (Int) -> Trend = { .movement(isHidden ? .hidden : .shown(Rational($0))) }
    #expect(trend("entrees", .annee, from: 20, to: 20 + change) == shown(change))
    #expect(trend("entrees", .annee, from: 20, to: 20 - change) == shown(-change))
    // Shares have no such movement.
    #expect(trend("entrees", .annee, from: 20, to: 20 + change, unit: .percent) == .movement(.shown(Rational(change))))
    #expect(trend("entrees", .annee, from: 20, to: 20 + change, unit: .points) == .movement(.shown(Rational(change))))
  }

  @Test(arguments: [(10, true), (11, false)]) func ofSensitivePersons(change: Int, isHidden: Bool) {
    #expect(
      trend("entrees", .annee, from: 20, to: 20 + change, sensitive: true)
        == .movement(isHidden ? .hidden : .shown(Rational(change))))
  }

  @Test func ofWhatIsHidden() {
    #expect(trend("entrees", .mois, from: 3, to: 20) == .movement(.hidden))
    #expect(trend("entrees", .mois, from: 20, to: 3) == .movement(.hidden))
    // The month's own figure is what a cumulated one gained.
    #expect(trend("entrees", .annee, from: 20, to: 40, ofMonth: 3) == .movement(.hidden))
    #expect(trend("entrees", .annee, from: 20, to: 40, ofMonth: nil) == .movement(.shown(Rational(20))))
  }

  @Test func ofWhatIsMissing() {
    #expect(trend("postes", .mois, from: nil, to: 9) == .movement(.missing))
    #expect(trend("postes", .mois, from: 9, to: nil) == .movement(.missing))
    // What the history does not hold is shown nowhere over time.
    #expect(Protected.release([], before: []).trends[Figures.Key("postes", .mois)] == nil)
  }

  @Test func withoutTheMonthBefore() {
    let figures = [Protected.figure("postes", .mois, 9)]
    #expect(Protected.release(figures).trends[Figures.Key("postes", .mois)] == .unknown)
  }

  /// Other files are lacking in one of the two months: the difference would be of files.
  @Test func ofOtherFiles() {
    func lacking(_ value: Int, _ associations: [Int]) -> Figure {
      var figure = Protected.figure("postes", .mois, value)
      figure.status = associations.isEmpty ? .A : .P
      figure.incomplete = associations
      return figure
    }
    func trend(_ before: [Int], _ now: [Int]) -> Trend? {
      Protected.release([lacking(9, now)], before: [lacking(7, before)]).trends[Figures.Key("postes", .mois)]
    }
    #expect(trend([], [2]) == .incomparable)
    #expect(trend([2], []) == .incomparable)
    #expect(trend([1], [2]) == .incomparable)
    #expect(trend([2, 1], [1, 2]) == .movement(.shown(Rational(2))))
  }

  /// Since the same month of the year before; a year that began with the programme is not as long as this one.
  @Test(arguments: [("2021-07", true), ("2021-01", false), ("2020-03", false)])
  func onAYear(start: String, isShorter: Bool) {
    func figures(_ month: String, _ value: Int) -> Figures {
      Figures(
        month: Month(month)!, [Protected.figure("postes", .mois, value), Protected.figure("postes", .annee, value)])
    }
    let now = figures("2022-08", 9)
    let trends = protect(
      UnprotectedMonth(figures: now, history: [figures("2021-08", 4), figures("2022-07", 8), now], revisions: []),
      under: Programme.Confidentiality(), catalogue: Protected.catalogue(), start: Month(start)!, marks: [:]
    ).yearTrends
    #expect(trends[Figures.Key("postes", .mois)] == .movement(.shown(Rational(5))))
    #expect(trends[Figures.Key("postes", .annee)] == (isShorter ? .unknown : .movement(.shown(Rational(5)))))
  }

  /// A correction of a few persons does not tell again what they were.
  @Test(arguments: [(20, 23, true), (20, 25, false)]) func aRevisionOfAFew(old: Int, new: Int, isHidden: Bool) {
    let key = Figures.Key("entrees", .mois)
    let revision = Revision(key: key, old: Rational(old), new: Rational(new), oldStatus: .A, newStatus: .A, steps: [])
    let released = Protected.release([Protected.figure("entrees", .mois, new)], revisions: [revision]).revisions[0]
    #expect(released.old == (isHidden ? .hidden : .shown(Rational(old))))
    #expect(released.new == .shown(Rational(new)) && (released.difference == nil) == isHidden)
  }

  @Test func inJanuary() {
    let figures = [Protected.figure("postes", .annee, 2), Protected.figure("postes", .programme, 9)]
    let release = Protected.release(
      figures, before: [Protected.figure("postes", .annee, 8), Protected.figure("postes", .programme, 8)],
      month: Month("2022-01")!)
    #expect(release.trends[Figures.Key("postes", .annee)] == .newYear)
    #expect(release.trends[Figures.Key("postes", .programme)] == .movement(.shown(Rational(1))))
  }
}
