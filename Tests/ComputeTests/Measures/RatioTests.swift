import Domain
import Testing

/// Ratios, differences and sums: made again at each level from their parts.
struct RatioTests {
  let exits = indicator(.countPaths(.date_sortie, minimumStay: false), id: "sorties")
  let lasting = indicator(
    .countPaths(.date_sortie, minimumStay: false), [isOne(.sortie, [UInt32(Outcome.durable.rawValue)])], id: "durables")

  func rate(by: [[Dimension]] = [], _ horizons: [Horizon] = [.annee]) -> Indicator {
    indicator(
      .ratio(of: .indicator("durables"), over: .indicator("sorties"), factor: Rational(100)), id: "taux", by: by,
      horizons)
  }

  // a: 1 lasting of 4 (25 %); b: 1 of 1 (100 %); c: nobody left. Together 2 of 5: 40 %, not the mean of the rates, 62,5.
  func world() -> World {
    var world = World()
    world.register(
      "a", "2022-03", Path(1, "2021-08-01", "2022-01-10", .durable), Path(2, "2021-08-01", "2022-02-10", .autre),
      Path(3, "2021-08-01", "2022-03-10", .autre), Path(4, "2021-08-01", "2022-03-11", .autre))
    world.register("b", "2022-03", Path(1, "2021-08-01", "2022-03-10", .durable))
    world.register("c", "2022-03", Path(1, "2021-08-01"))
    return world
  }

  @Test func aRateIsNoMeanOfRates() {
    #expect(
      world().table([exits, lasting, rate(by: [[.association]])], "2022-03", only: "taux") == [
        "annee 40 2/5 A", "annee association=a 25 1/4 A", "annee association=b 100 1/1 A",
        "annee association=c nd 0/0 M denominateur-nul",
      ])
  }

  @Test func aRateIsMadeAgainAtEachHorizon() {
    // March: a 0 of 2, b 1 of 1: 1 of 3. Parts have the parent's horizons, whatever their own.
    #expect(
      world().table([exits, lasting, rate([.mois, .programme])], "2022-03", only: "taux") == [
        "mois 33.333333 1/3 A", "programme 40 2/5 A",
      ])
  }

  // % − %: 2/5 − 3/5 = −20 points; 0 − 0 of a nobody is missing with the first part's reason.
  @Test func aDifferenceOfRates() {
    let other = indicator(
      .ratio(
        of: .term(
          Term(
            .countPaths(.date_sortie, minimumStay: false),
            conditions: [isOne(.sortie, [UInt32(Outcome.autre.rawValue)])])),
        over: .indicator("sorties"), factor: Rational(100)), id: "autres")
    let gap = indicator(
      .difference([.indicator("taux"), .indicator("autres")]), id: "ecart", by: [[.association]], [.annee])
    #expect(
      world().table([exits, lasting, rate(), other, gap], "2022-03", only: "ecart") == [
        "annee -20 A", "annee association=a -50 A", "annee association=b 100 A",
        "annee association=c nd M denominateur-nul",
      ])
  }

  // First minus all others, and sum: 5 exits, 2 lasting, 2 lasting: 1 and 9.
  @Test func differencesAndSumsOfSeveral() {
    let parts = [Part.indicator("sorties"), .indicator("durables"), .indicator("durables")]
    let figures = [
      exits, lasting, indicator(.difference(parts), id: "moins", [.annee]),
      indicator(.sum(parts), id: "plus", [.annee]),
    ]
    #expect(world().table(figures, "2022-03", only: "moins") == ["annee 1 A"])
    #expect(world().table(figures, "2022-03", only: "plus") == ["annee 9 A"])
  }

  // Conditions of the whole narrow its parts: of scheme ei alone, nobody left.
  @Test func conditionsOfTheWholeReachTheParts() {
    var narrowed = rate()
    narrowed.term.conditions = [isOne(.dispositif, [UInt32(Scheme.ei.rawValue)])]
    #expect(
      world().table([exits, lasting, narrowed], "2022-03", only: "taux") == ["annee nd 0/0 M denominateur-nul"])
  }

  // Two net creations over three jobs: a difference stands in a ratio. Created 1, 2, 3; ended 3. (3 − 1) ÷ 3.
  @Test func aDifferenceInsideARatio() {
    var world = World()
    world.jobs("a", "2022-01", Job(1, .cree), Job(2, .cree), Job(3, .cree))
    world.jobs("a", "2022-02", Job(3, .supprime))
    let created = Part.term(Term(.countFirst(.cree, after: nil)))
    let ended = Part.term(Term(.countFirst(.supprime, after: .cree)))
    let share = indicator(
      .ratio(of: .term(Term(.difference([created, ended]))), over: created, factor: Rational(3)), [.annee, .mois])
    #expect(world.table([share], "2022-02") == ["mois nd -1/0 M denominateur-nul", "annee 2 2/3 A"])
  }

  // Baselines of the total: 30 as of 2021-01, 35 as of 2022-02, 90 as of 2022-12. At January the first, at March the
  // second. b has its own, 80, for the year alone; a has none.
  @Test func baselines() {
    var base = rate()
    base.id = "base"
    let cell = Cell([Cell.Member(.association, "b")])
    base.baselines = [
      Benchmark(value: Rational(90), month: Month("2022-12")!, source: ""),
      Benchmark(value: Rational(30), month: Month("2021-01")!, source: ""),
      Benchmark(value: Rational(35), month: Month("2022-02")!, source: ""),
      Benchmark(value: Rational(80), month: Month("2022-12")!, source: "", cell: cell, horizon: .annee),
    ]
    let gap = indicator(
      .difference([.indicator("taux"), .baseline(of: "base")]), id: "ecart", by: [[.association]], [.annee, .programme])
    // a 25 %, b 100 % and 100 − 80, all 40 − 35. c's rate is missing first; a's baseline.
    #expect(
      world().table([exits, lasting, rate(), base, gap], "2022-03", only: "ecart") == [
        "annee 5 A", "annee association=a nd M reference-absente", "annee association=b 20 A",
        "annee association=c nd M denominateur-nul", "programme 5 A", "programme association=a nd M reference-absente",
        "programme association=b nd M reference-absente", "programme association=c nd M denominateur-nul",
      ])
    var early = world()
    early.register("a", "2022-01", Path(1, "2021-08-01", "2022-01-10", .durable))
    #expect(early.table([exits, lasting, rate(), base, gap], "2022-01", only: "ecart").first == "annee 70 A")
  }
}
