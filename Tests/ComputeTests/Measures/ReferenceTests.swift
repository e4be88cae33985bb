import Domain
import Testing

/// Reference numbers, and the share estimated from them.
struct ReferenceTests {
  func reference(_ value: Measure.ReferenceValue, of territory: String = "cahc") -> Indicator {
    indicator(.reference(territory: territory, value))
  }

  // Vintages at the end of 2020 (8 %), 2021 (9 %) and of May 2022 (10 %).
  @Test func theNewestVintageNotLaterThanTheMonthsEnd() {
    var world = World()
    world.vintage("cahc", "2022-05-31", share: 10)
    world.vintage("cahc", "2020-12-31", share: 8)
    world.vintage("cahc", "2021-12-31", share: 9)
    #expect(world.table([reference(.share)], "2021-11") == ["mois 8 A"])
    #expect(world.table([reference(.share)], "2022-04") == ["mois 9 A"])
    #expect(world.table([reference(.share)], "2022-05") == ["mois 10 A"])
  }

  @Test func theOldestWhereAllAreLater() {
    var world = World()
    world.vintage("cahc", "2023-12-31", share: 10)
    world.vintage("cahc", "2022-12-31", share: 9)
    #expect(world.table([reference(.share)], "2022-05") == ["mois 9 A"])
  }

  // 3 700 ÷ 37 000 = 10 %; a share that is given goes before; a number that is not is missing, even where an older vintage
  // had it. A number that is not official makes an estimate.
  @Test func numbersGivenAndBlank() {
    var world = World()
    world.vintage("cahc", "2020-12-31", ess: 3_000, all: 36_000)
    world.vintage("cahc", "2021-12-31", ess: 3_700, all: 37_000, .hypothetical)
    world.vintage("region", "2021-12-31", ess: 100, all: 1_000, share: 11, .declared)
    world.vintage("vide", "2020-12-31", all: 10)
    world.vintage("vide", "2021-12-31", ess: 10)
    #expect(world.table([reference(.share)], "2022-05") == ["mois 10 E"])
    #expect(world.table([reference(.share)], "2021-05") == ["mois 8.333333 A"])
    #expect(world.table([reference(.share, of: "region")], "2022-05") == ["mois 11 E"])
    #expect(world.table([reference(.ess_posts)], "2022-05") == ["mois 3700 E"])
    #expect(world.table([reference(.all_posts, of: "vide")], "2022-05") == ["mois nd M reference-absente"])
    #expect(world.table([reference(.share, of: "vide")], "2022-05") == ["mois nd M reference-absente"])
    #expect(world.table([reference(.share, of: "ailleurs")], "2022-05") == ["mois nd M reference-absente"])
  }

  // 10 % of 37 000 posts are 3 700; there are 3 330: 370 are missing. Official both: A; one not: E.
  @Test func missingPosts() {
    let missing = indicator(.missingPosts(territory: "cahc", against: "region"))
    var world = World()
    world.vintage("cahc", "2021-12-31", ess: 3_330, all: 37_000)
    world.vintage("region", "2021-12-31", share: 10)
    #expect(world.table([missing], "2022-05") == ["mois 370 A"])
    world.vintage("region", "2022-01-31", share: 10, .declared)
    #expect(world.table([missing], "2022-05") == ["mois 370 E"])
    world.vintage("cahc", "2022-01-31", share: 9)
    #expect(world.table([missing], "2022-05") == ["mois nd M reference-absente"])
  }

  let net = Part.term(
    Term(.difference([.term(Term(.countFirst(.cree, after: nil))), .term(Term(.countFirst(.supprime, after: .cree)))])))

  func share(_ conditions: [Condition] = [], by: [[Dimension]] = [], _ horizons: [Horizon] = [.programme]) -> Indicator
  {
    indicator(.referenceShare(territory: "cahc", plus: net), conditions, by: by, horizons)
  }

  // Job 1 is created in December 2021, the vintage's own month: it is in the posts already. 2 and 3 in January (3 elsewhere),
  // 4 in February, and 1 ends in February: n = 2 + 1 − 1 = 2, and within the territory 1.
  func world() -> World {
    var world = World()
    world.jobs("a", "2021-12", Job(1, .cree))
    world.jobs("a", "2022-01", Job(2, .cree), Job(3, .cree, in: World.elsewhere))
    world.jobs("a", "2022-02", Job(4, .cree, axis: "y"), Job(1, .supprime))
    return world
  }

  @Test func theMonthsAfterTheVintage() {
    var world = world()
    world.vintage("cahc", "2021-12-31", ess: 98, all: 998)
    #expect(world.table([share()], "2022-02") == ["programme 10 100/1000 E"])
    #expect(world.table([share([Condition(.commune, .withinTerritory)])], "2022-02") == ["programme 9.90991 99/999 E"])
    // The same at each horizon: what counts is the vintage.
    #expect(world.table([share(by: [], [.mois])], "2022-02") == ["mois 10 100/1000 E"])
  }

  @Test func noMonthAfterTheVintage() {
    for asOf in ["2022-02-01", "2023-12-31"] {
      var world = world()
      world.vintage("cahc", asOf, ess: 90, all: 1_000)
      #expect(world.table([share()], "2022-02") == ["programme 9 90/1000 E"])
    }
  }

  // By axis: x gains job 2 and loses 1, y gains 4.
  @Test func byAxis() {
    var world = world()
    world.vintage("cahc", "2021-12-31", ess: 99, all: 999)
    #expect(
      world.table([share([Condition(.commune, .withinTerritory)], by: [[.axe]])], "2022-02") == [
        "programme 10 100/1000 E", "programme axe=x 9.90991 99/999 E", "programme axe=y 10 100/1000 E",
      ])
  }

  @Test func whatIsMissing() {
    var world = world()
    #expect(world.table([share()], "2022-02") == ["programme nd M reference-absente"])
    world.vintage("cahc", "2021-12-31", ess: 90)
    #expect(world.table([share()], "2022-02") == ["programme nd M reference-absente"])
    var empty = World()
    empty.vintage("cahc", "2021-12-31", ess: 90, all: 1_000)
    #expect(empty.table([share()], "2022-02") == ["programme nd M aucun-fichier"])
    // The one post there was is gone: 1 − 1 over 1 − 1.
    var nobody = World()
    nobody.jobs("a", "2021-12", Job(1, .cree))
    nobody.jobs("a", "2022-02", Job(1, .supprime))
    nobody.vintage("cahc", "2021-12-31", ess: 1, all: 1)
    #expect(nobody.table([share()], "2022-02") == ["programme nd 0/0 M denominateur-nul"])
  }

  // n asks for the end of contracts, that nobody filled in in January; in December, before the vintage, somebody did. What n
  // reads are its own months: unknown. Where no month is left to count, nothing is asked: n is 0.
  @Test func aColumnThatNobodyFilledSinceTheVintage() {
    var world = World()
    world.jobs("a", "2021-12", Job(1, .cree, end: "2022-12-31"))
    world.jobs("a", "2022-01", Job(2, .cree))
    let ending = Part.term(Term(.countFirst(.cree, after: nil), conditions: [Condition(.date_fin, .known)]))
    let share = indicator(.referenceShare(territory: "cahc", plus: ending), [.programme])
    world.vintage("cahc", "2021-12-31", ess: 90, all: 1_000)
    #expect(world.table([share], "2022-01") == ["programme nd M non-renseigne"])
    #expect(world.table([share], "2021-12") == ["programme 9 90/1000 E"])
  }

  // January is owed and did not come: n is counted without it, and provisional.
  @Test func aMonthThatDidNotCome() {
    var world = World {
      $0.associations[0].owes = [.etp]; $0.start = Month("2022-01")!
    }
    world.jobs("a", "2022-02", Job(1, .cree))
    world.vintage("cahc", "2021-12-31", ess: 99, all: 999)
    #expect(world.table([share()], "2022-02") == ["programme 10 100/1000 P"])
  }
}
