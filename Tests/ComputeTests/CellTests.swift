import Domain
import Testing

/// Which cells have a row in the table, and in which order.
struct CellTests {
  func cells(_ indicator: Indicator, _ world: World, _ month: String = "2022-01") -> [String] {
    world.table([indicator], month).map {
      $0.split(separator: " ").dropFirst().first(where: { $0.contains("=") }).map(String.init) ?? ""
    }
  }

  @Test func zerosAreRows() {
    var world = World()
    world.jobs("a", "2022-01")
    let all = indicator(.countStock(.poste), by: [[.axe], [.commune], [.dispositif], [.sexe]])
    #expect(
      world.table([all], "2022-01") == [
        "mois 0 A", "mois sexe=f 0 A", "mois sexe=h 0 A", "mois sexe=inconnu 0 A", "mois sexe=x 0 A",
        "mois dispositif=aci 0 A", "mois dispositif=ai 0 A", "mois dispositif=ei 0 A", "mois dispositif=eiti 0 A",
        "mois dispositif=etti 0 A", "mois commune=62250 0 A", "mois commune=62427 0 A", "mois axe=x 0 A",
        "mois axe=y 0 A",
      ])
  }

  // A job without a scheme is in no row of that breakdown, and in the total.
  @Test func aBlankIsInNoRow() {
    var world = World()
    world.jobs("a", "2022-01", Job(1, .existant), Job(2, .existant, scheme: .ei))
    let table = world.table([indicator(.countStock(.poste), by: [[.dispositif]])], "2022-01")
    #expect(table[0] == "mois 2 A")
    #expect(table[3] == "mois dispositif=ei 1 A")
    #expect(table.filter { $0.contains("dispositif") && !$0.contains(" 0 ") }.count == 1)
  }

  // a owes etp; b delivered it in January without owing it, and c in no month. In February only a is listed for the month,
  // a and b for the year.
  @Test func associations() {
    var world = World { $0.associations[0].owes = [.etp] }
    world.jobs("b", "2022-01", Job(1, .existant))
    let jobs = indicator(.countFirst(.existant, after: nil), by: [[.association]], [.mois, .annee])
    #expect(
      world.table([jobs], "2022-02") == [
        "mois nd M aucun-fichier", "mois association=a nd M aucun-fichier", "annee 1 P",
        "annee association=a nd M aucun-fichier", "annee association=b 1 A",
      ])
  }

  // Of a register, any accepted one up to then will do.
  @Test func associationsWithARegister() {
    var world = World()
    world.register("b", "2021-09", Path(1, "2021-08-01"))
    #expect(
      world.table([indicator(.countPersons, by: [[.association]])], "2022-02") == [
        "mois 1 A", "mois association=b 1 A",
      ])
  }

  // Elsewhere, a commune stands only where something counts there.
  @Test func communesElsewhere() {
    var world = World()
    world.jobs("a", "2022-01", Job(1, .existant, in: World.elsewhere), Job(2, .supprime, in: CommuneCode("2A004")!))
    #expect(
      cells(indicator(.countStock(.poste), [isNone(.supprime)], by: [[.commune]]), world) == [
        "", "commune=59350", "commune=62250", "commune=62427",
      ])
  }

  // Net creation in Lille is 1 − 1 = 0: both count there, so the row stands.
  @Test func aDifferenceOfZeroElsewhere() {
    var world = World()
    world.jobs("a", "2022-01", Job(1, .cree, in: World.elsewhere))
    world.jobs("a", "2022-02", Job(1, .supprime, in: World.elsewhere))
    let net = indicator(
      .difference([.term(Term(.countFirst(.cree, after: nil))), .term(Term(.countFirst(.supprime, after: .cree)))]),
      by: [[.commune]], [.annee])
    #expect(
      world.table([net], "2022-02") == [
        "annee 0 A", "annee commune=59350 0 A", "annee commune=62250 0 A", "annee commune=62427 0 A",
      ])
  }

  // Pairs: those that count something, in the order of axe, then association.
  @Test func pairs() {
    var world = World()
    world.jobs("a", "2022-01", Job(1, .existant, axis: "y"), Job(2, .existant, axis: "x"))
    world.jobs("b", "2022-01", Job(1, .existant, axis: "y"))
    #expect(
      world.table([indicator(.countStock(.poste), by: [[.axe, .association]])], "2022-01") == [
        "mois 3 A", "mois axe=x association=a 1 A", "mois axe=y association=a 1 A", "mois axe=y association=b 1 A",
      ])
  }

  // A pair of which one part counts: 0 over 1 is shown, and a pair whose denominator alone is 0 is missing.
  @Test func pairsOfARatio() {
    var world = World()
    world.jobs("a", "2022-01", Job(1, .existant, axis: "x"), Job(2, .cree, axis: "y"))
    let ratio = indicator(
      .ratio(
        of: .term(Term(.countStock(.poste), conditions: [isOne(.cree)])),
        over: .term(Term(.countStock(.poste), conditions: [isOne(.existant)])), factor: Rational(1)),
      by: [[.axe, .association]])
    #expect(
      world.table([ratio], "2022-01") == [
        "mois 1 1/1 A", "mois axe=x association=a 0 0/1 A", "mois axe=y association=a nd 1/0 M denominateur-nul",
      ])
  }

  @Test func theOrderOfTheTable() {
    var world = World()
    world.jobs("a", "2022-01", Job(1, .cree))
    let second = indicator(.countStock(.poste), id: "b", by: [[.axe]], [.programme, .mois])
    let first = indicator(.countStock(.poste), id: "z", [.mois])
    let lines = world.figures([first, second], "2022-01").all.map { "\($0.indicator) \(World.line($0))" }
    #expect(
      lines == [
        "z mois 1 A", "b mois 1 A", "b mois axe=x 1 A", "b mois axe=y 0 A", "b programme 1 A", "b programme axe=x 1 A",
        "b programme axe=y 0 A",
      ])
  }
}
