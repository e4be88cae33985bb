import Domain
import Testing

/// What conditions keep and drop; a blank satisfies none.
struct ConditionTests {
  private func count(_ conditions: Condition..., in world: World, _ measure: Measure = .countStock(.poste)) -> [String]
  {
    world.table([indicator(measure, conditions)], "2022-01")
  }

  // job  contrat  sexe  dispositif  employee  commune      date_fin
  // 1    cdi      f     aci         1         Hénin        –
  // 2    cdd      h     –           –         Courrières   31 March
  // 3    cddi     –     ei          3         Lille        –
  func jobs() -> World {
    var world = World()
    world.jobs(
      "a", "2022-01", Job(1, .existant, employee: 1, scheme: .aci, sex: .f),
      Job(2, .existant, contract: .cdd, sex: .h, in: World.insideToo, end: "2022-03-31"),
      Job(3, .existant, employee: 3, axis: "y", contract: .cddi, scheme: .ei, in: World.elsewhere))
    return world
  }

  @Test func oneOf() {
    let short = [UInt32(Contract.cdd.rawValue), UInt32(Contract.cddi.rawValue)]
    #expect(count(isOne(.contrat, short), in: jobs()) == ["mois 2 A"])
    #expect(count(isNone(.contrat, short), in: jobs()) == ["mois 1 A"])
    #expect(count(isOne(.axe, [2]), in: jobs()) == ["mois 1 A"])
    #expect(count(isOne(.association, [2]), in: jobs()) == ["mois 0 A"])
    #expect(count(isOne(.commune, [World.elsewhere.packed]), in: jobs()) == ["mois 1 A"])
  }

  // Of sexe f, h and blank: `where: f` drops the blank, `except: f` keeps it.
  @Test func aBlankSatisfiesNothing() {
    #expect(count(isOne(.sexe, [1]), in: jobs()) == ["mois 1 U partiel"])
    #expect(count(isNone(.sexe, [1]), in: jobs()) == ["mois 2 U partiel"])
    #expect(count(isNone(.dispositif, [1]), in: jobs()) == ["mois 2 A"])
  }

  @Test func known() {
    #expect(count(Condition(.salarie_id, .known), in: jobs()) == ["mois 2 A"])
    #expect(count(Condition(.dispositif, .known, isExcluded: true), in: jobs()) == ["mois 1 A"])
    #expect(count(Condition(.date_fin, .known), in: jobs()) == ["mois 1 A"])
  }

  @Test func withinTheTerritory() {
    #expect(count(Condition(.commune, .withinTerritory), in: jobs()) == ["mois 2 A"])
  }

  @Test func allTogether() {
    #expect(count(Condition(.commune, .withinTerritory), Condition(.salarie_id, .known), in: jobs()) == ["mois 1 A"])
  }

  // Months of registration: 11, 12, 23, 24, unknown. 12 to 23, both included: two. From 24: one. Below 12, or to 11: one.
  // Not in 12 to 23: 11, 24 and the unknown one.
  @Test func ranges() {
    var world = World()
    world.register(
      "a", "2022-01", Path(1, "2022-01-01", monthsUnemployed: 11), Path(2, "2022-01-01", monthsUnemployed: 12),
      Path(3, "2022-01-01", monthsUnemployed: 23), Path(4, "2022-01-01", monthsUnemployed: 24), Path(5, "2022-01-01"))
    func months(_ from: Int?, _ to: Int?, not: Bool = false) -> [String] {
      count(Condition(.mois_chomage, .range(from: from, to: to), isExcluded: not), in: world, .countPersons)
    }
    #expect(months(12, 23) == ["mois 2 U partiel"])
    #expect(months(24, nil) == ["mois 1 U partiel"])
    #expect(months(nil, 11) == ["mois 1 U partiel"])
    #expect(months(12, 23, not: true) == ["mois 3 U partiel"])
    #expect(count(isOne(.mois_chomage, [11, 24]), in: world, .countPersons) == ["mois 2 U partiel"])
  }

  // A person with two paths meets it by one of them.
  @Test func yesNo() {
    var world = World()
    world.register(
      "a", "2022-01", Path(1, "2022-01-01", "2022-01-05", .autre, rsa: .non), Path(1, "2022-01-10", rsa: .oui),
      Path(2, "2022-01-01", rsa: .non), Path(3, "2022-01-01"))
    #expect(count(isOne(.rsa, [UInt32(YesNo.oui.rawValue)]), in: world, .countPersons) == ["mois 1 U partiel"])
    #expect(count(isOne(.rsa, [UInt32(YesNo.non.rawValue)]), in: world, .countPersons) == ["mois 2 U partiel"])
    #expect(count(Condition(.rsa, .known), in: world, .countPersons) == ["mois 2 A"])
  }

  // Nobody's rsa is known: neither `where` nor `except` nor `known` says anything. Where no path stands: 0.
  @Test func aColumnThatNobodyFilled() {
    var world = World()
    world.register("a", "2022-01", Path(1, "2022-01-01"))
    world.register("b", "2022-01")
    let oui = [UInt32(YesNo.oui.rawValue)]
    for condition in [isOne(.rsa, oui), isNone(.rsa, oui), Condition(.rsa, .known)] {
      #expect(
        world.table([indicator(.countPersons, [condition], by: [[.association]])], "2022-01") == [
          "mois nd M non-renseigne", "mois association=a nd M non-renseigne", "mois association=b 0 A",
        ])
    }
    // Another condition that no row meets: nothing is asked of rsa. 0.
    #expect(count(isOne(.rsa, oui), isOne(.dispositif, [2]), in: world, .countPersons) == ["mois 0 A"])
  }

  // Key 7 gives its sex in b and its rsa in a. In the cell of unknown sex stands person 2 alone, whose rsa is known: 0.
  @Test func unknownSexIsJudgedByThePerson() {
    var world = World()
    world.register("a", "2022-01", Path(1, "2022-01-01", key: 7), Path(2, "2022-01-01", rsa: .non))
    world.register("b", "2022-01", Path(1, "2022-01-01", key: 7, sex: .f, rsa: .oui))
    let table = world.table([indicator(.countPersons, [isOne(.rsa, [2])], by: [[.sexe]])], "2022-01")
    #expect(table == ["mois 1 A", "mois sexe=f 1 A", "mois sexe=h 0 A", "mois sexe=inconnu 0 A", "mois sexe=x 0 A"])
    // Without person 2 nobody is of unknown sex: no row stands in that cell, so nothing lacks in it.
    var without = World()
    without.register("a", "2022-01", Path(1, "2022-01-01", key: 7))
    without.register("b", "2022-01", Path(1, "2022-01-01", key: 7, sex: .f, rsa: .oui))
    let other = without.table([indicator(.countPersons, [isOne(.rsa, [2])], by: [[.sexe]])], "2022-01")
    #expect(other[3] == "mois sexe=inconnu 0 A")
  }

  // The blank of a column with a meaning of its own is a value: nobody holds the jobs, and that is known.
  @Test func aBlankWithAMeaning() {
    var world = World()
    world.jobs("a", "2022-01", Job(1, .existant))
    #expect(count(Condition(.salarie_id, .known), in: world) == ["mois 0 A"])
    #expect(count(Condition(.dispositif, .known), in: world) == ["mois 0 A"])
  }
}
