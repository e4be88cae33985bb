import Domain
import Protect
import Testing

/// Primary suppression: what is hidden, and what is not. k is 5, and 11 for what is tagged sensitive.
struct ProtectTests {
  private func isHidden(value: Rational?, counts: [Rational], sensitive: Bool = false) -> Bool {
    var indicator = Indicator(
      id: "i", label: Label(fr: ""), definition: Label(fr: ""), unit: .personnes, decimals: 0,
      term: Term(.countPersons),
      horizons: [.mois])
    indicator.countsPersons = true
    indicator.tags = sensitive ? ["sensitive"] : []
    let figure = Figure(
      indicator: "i", horizon: .mois, cell: .total, value: value, status: value == nil ? .M : .A, personCounts: counts)
    let month = Month("2022-05")!
    let released = protect(
      UnprotectedMonth(figures: Figures(month: month, [figure]), history: [], revisions: []),
      under: Programme.Confidentiality(), catalogue: Catalogue([indicator]), start: Month("2021-07")!, marks: [:]
    )
    return released.figures["i", .mois]!.isHidden
  }

  @Test(arguments: [(0, false), (1, true), (4, true), (5, false), (10, false), (11, false)])
  func counts(count: Int, expected: Bool) {
    #expect(isHidden(value: Rational(count), counts: [Rational(count)]) == expected)
  }

  @Test(arguments: [(0, false), (1, true), (5, true), (10, true), (11, false)])
  func sensitiveCounts(count: Int, expected: Bool) {
    #expect(isHidden(value: Rational(count), counts: [Rational(count)], sensitive: true) == expected)
  }

  // A rate shows its numerator, its denominator, and who is in the one and not in the other.
  @Test(arguments: [
    (5, 10, false), (4, 10, true), (8, 10, true), (10, 10, false), (0, 10, false), (0, 3, true), (95, 100, false),
  ])
  func rates(numerator: Int, denominator: Int, expected: Bool) {
    let counts = [Rational(numerator), Rational(denominator), Rational(denominator - numerator)]
    #expect(isHidden(value: Rational(50), counts: counts) == expected)
  }

  // More in the numerator than in the denominator: the difference is small on the other side.
  @Test func aNegativeDifference() {
    #expect(isHidden(value: Rational(120), counts: [Rational(12), Rational(10), Rational(-2)]))
    #expect(!isHidden(value: Rational(120), counts: [Rational(20), Rational(10), Rational(-10)]))
  }

  // Persons behind a sum, and the threshold: 1 to k−1 of them hide it; 0 persons, no threshold, or no sum do not.
  @Test(
    arguments: [
      (1, 5, true), (4, 5, true), (5, 5, false), (0, 5, false), (1, 2, true), (1, 1, false), (1, 0, false),
      (nil, 5, false),
    ] as [(Int?, Int, Bool)])
  func sums(contributors: Int?, threshold: Int, expected: Bool) {
    let month = Month("2022-05")!
    func isHidden(_ value: Rational?) -> Bool {
      let figure = Figure(
        indicator: "etp", horizon: .mois, cell: .total, value: value, status: value == nil ? .M : .A,
        contributors: contributors)
      var rules = Programme.Confidentiality()
      rules.sumsThreshold = threshold
      let released = protect(
        UnprotectedMonth(figures: Figures(month: month, [figure]), history: [], revisions: []), under: rules,
        catalogue: Catalogue([]), start: month, marks: [:])
      let shown = released.figures["etp", .mois]!
      // Of how many it is, is told of none.
      #expect(shown.figure.contributors == nil)
      return shown.isHidden
    }
    #expect(isHidden(Rational(7, over: 2)) == expected)
    #expect(!isHidden(nil))
  }

  @Test func whatIsMissingHidesNothing() { #expect(!isHidden(value: nil, counts: [Rational(2)])) }

  /// Nothing can be divided, and the CSV prints both parts: small ones are not told. 0 and 12 are.
  @Test(arguments: [(3, 0, false), (0, 0, true), (12, 0, true), (0, 4, false)])
  func thePartsOfWhatIsMissing(numerator: Int, denominator: Int, isTold: Bool) {
    var indicator = Indicator(
      id: "i", label: Label(fr: ""), definition: Label(fr: ""), unit: .percent, decimals: 0,
      term: Term(.ratio(of: .term(Term(.countPersons)), over: .term(Term(.countPersons)), factor: Rational(100))),
      horizons: [.mois])
    indicator.countsPersons = true
    let month = Month("2022-05")!
    let figure = Figure(
      indicator: "i", horizon: .mois, cell: .total, value: nil, numerator: Rational(numerator),
      denominator: Rational(denominator), status: .M, reason: .denominateurNul)
    let released = protect(
      UnprotectedMonth(figures: Figures(month: month, [figure]), history: [], revisions: []),
      under: Programme.Confidentiality(), catalogue: Catalogue([indicator]), start: month, marks: [:])
    #expect((released.figures["i", .mois]?.figure.numerator != nil) == isTold)
    #expect(released.figures["i", .mois]?.confidentiality == .F)
  }

  @Test func whatCountsNobody() { #expect(!isHidden(value: Rational(2), counts: [])) }

  @Test func aHiddenFigureShowsNothing() {
    let figure = Figure(
      indicator: "i", horizon: .mois, cell: .total, value: Rational(40), numerator: Rational(2),
      denominator: Rational(5),
      status: .P, incomplete: [1], associations: 3, personCounts: [Rational(2)])
    let released = ReleasedFigure(figure, confidentiality: .C)
    #expect(released.value == nil)
    #expect(released.figure.numerator == nil)
    #expect(released.figure.denominator == nil)
    #expect(released.figure.personCounts.isEmpty)
    // Status and completeness stay: they say nothing of a count.
    #expect(released.figure.status == .P)
    #expect(released.figure.incomplete == [1])
  }

  /// A cell once hidden stays hidden in later editions of its month, whatever it has become; a missing one has nothing to
  /// hide.
  @Test func whatWasHiddenStaysHidden() {
    let month = Month("2022-05")!
    let indicator = Indicator(
      id: "i", label: Label(fr: ""), definition: Label(fr: ""), unit: .personnes, decimals: 0,
      term: Term(.countPersons), horizons: [.mois, .annee])
    let figures = Figures(
      month: month,
      [
        Figure(
          indicator: "i", horizon: .mois, cell: .total, value: Rational(12), status: .A, personCounts: [Rational(12)]),
        Figure(indicator: "i", horizon: .annee, cell: .total, value: nil, status: .M, reason: .aucunFichier),
      ])
    let released = protect(
      UnprotectedMonth(figures: figures, history: [], revisions: []), under: Programme.Confidentiality(),
      catalogue: Catalogue([indicator]), start: Month("2021-07")!,
      marks: [month: [Figures.Key("i", .mois): .D, Figures.Key("i", .annee): .D]]
    ).figures
    #expect(released["i", .mois]!.isHidden && released["i", .mois]!.value == nil)
    #expect(!released["i", .annee]!.isHidden)
  }

  /// In an évolution too; what an edition of another month hid, and today's rule would show, must be known when the edition is
  /// made again.
  @Test func otherMonthsKeepWhatTheyHid() {
    let before = [
      Protected.figure("entrees", .mois, 12), Protected.figure("entrees", .annee, 3),
      Protected.figure("postes", .mois, nil),
    ]
    let hidden: Set = [
      Figures.Key("entrees", .mois), Figures.Key("entrees", .annee), Figures.Key("postes", .mois),
      Figures.Key("entrees", .programme),
    ]
    let release = Protected.release(
      [Protected.figure("entrees", .mois, 30)], before: before,
      hiddenBefore: [Protected.april: hidden, Protected.may: [Figures.Key("entrees", .mois)]])
    #expect(release.history[0]["entrees", .mois]?.isHidden == true)
    #expect(release.history[0]["entrees", .annee]?.isHidden == true)
    #expect(release.history[0]["postes", .mois]?.isHidden == false)
    #expect(release.history[1]["entrees", .mois]?.isHidden == true)
    // Neither what the rule hides by itself, nor the reported month.
    #expect(release.keptHidden == [Protected.april: [Figures.Key("entrees", .mois)]])
    #expect(Protected.release([], before: before).keptHidden.isEmpty)
  }
}
