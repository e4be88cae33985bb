import Domain
import Testing

/// Distinct persons whose path overlaps the period.
struct CountPersonsTests {
  let persons = indicator(.countPersons, by: [[.association]], [.mois, .annee])

  // February 2022. 1 ended on 31 January: not the month, but the year. 2 ended on 1 February, 3 began on the 28th: both.
  // 4 begins in March: not yet. 5 has been there since 2020. 6 ended in December: neither.
  @Test func overlap() {
    var world = World()
    world.register(
      "a", "2022-02", Path(1, "2021-09-01", "2022-01-31", .autre), Path(2, "2021-09-01", "2022-02-01", .autre),
      Path(3, "2022-02-28"), Path(4, "2022-03-01"), Path(5, "2020-01-01"), Path(6, "2021-09-01", "2021-12-31", .autre))
    #expect(
      world.table([persons], "2022-02") == [
        "mois 3 A", "mois association=a 3 A", "annee 4 A", "annee association=a 4 A",
      ])
  }

  // Person 1 of a has two paths: one person. Key 7 is in a and in b: one person, who counts in each. Without a key the
  // same number in a and b is two. Row by row: with its key and without it, person 3 of b is two.
  // a: 1, key 7, 2 = 3. b: key 7, 2, 3, key 8 = 4. Together 3 + 4 − 1 = 6.
  @Test func personsAndPaths() {
    var world = World()
    world.register(
      "a", "2022-02", Path(1, "2022-01-03", "2022-01-20", .autre), Path(1, "2022-02-01"), Path(9, "2022-02-01", key: 7),
      Path(2, "2022-02-01"))
    world.register(
      "b", "2022-02", Path(4, "2022-02-01", key: 7), Path(2, "2022-02-01"), Path(3, "2022-02-01"),
      Path(3, "2022-02-10", key: 8))
    #expect(
      world.table([persons], "2022-02").prefix(3) == ["mois 6 A", "mois association=a 3 A", "mois association=b 4 A"])
  }

  // Key 7 is f in a and h in b, key 8 is blank in a and x in b, 3 is blank. In all: f, h, x and one unknown.
  // In the cell (a, inconnu) stand 8 and 3: only a's rows are looked at.
  @Test func contradictorySexes() {
    var world = World()
    world.register(
      "a", "2022-02", Path(1, "2022-02-01", key: 7, sex: .f), Path(2, "2022-02-01", key: 8), Path(3, "2022-02-01"))
    world.register("b", "2022-02", Path(1, "2022-02-01", key: 7, sex: .h), Path(2, "2022-02-01", key: 8, sex: .x))
    let bySex = indicator(.countPersons, by: [[.sexe], [.association, .sexe]])
    #expect(
      world.table([bySex], "2022-02") == [
        "mois 3 A", "mois sexe=f 1 A", "mois sexe=h 1 A", "mois sexe=inconnu 1 A", "mois sexe=x 1 A",
        "mois association=a sexe=f 1 A", "mois association=a sexe=inconnu 2 A", "mois association=b sexe=h 1 A",
        "mois association=b sexe=x 1 A",
      ])
  }

  // Under 26 at the entry. Born 15 March 1996: 25 on 14 March 2022, 26 on the 15th. Born 29 February 1996: 25 on 28 February,
  // 26 on 1 March. Born in 1996, no day: 2022 − 1996 = 26; in 1997: 25. No birth: no age.
  // Under 26: 1, 3, 6.
  @Test func ages() {
    var world = World()
    world.register(
      "a", "2022-03", Path(1, "2022-03-14", born: "1996-03-15"), Path(2, "2022-03-15", born: "1996-03-15"),
      Path(3, "2022-02-28", born: "1996-02-29"), Path(4, "2022-03-01", born: "1996-02-29"),
      Path(5, "2022-03-02", born: "1996"), Path(6, "2022-03-02", born: "1997"), Path(7, "2022-03-02"))
    #expect(
      world.table([indicator(.countPersons, [Condition(.age_entree, .range(from: nil, to: 25))])], "2022-03") == [
        "mois 3 U partiel"
      ])
    #expect(
      world.table([indicator(.countPersons, [Condition(.age_entree, .range(from: 26, to: nil))])], "2022-03") == [
        "mois 3 U partiel"
      ])
    #expect(world.table([indicator(.countPersons, [Condition(.age_entree, .known)])], "2022-03") == ["mois 6 A"])
  }

  // The register of February forgets person 2: only the newest accepted one is read.
  @Test func theNewestRegister() {
    var world = World()
    world.register("a", "2022-01", Path(1, "2022-01-01"), Path(2, "2022-01-01"))
    world.register("a", "2022-02", Path(1, "2022-01-01"))
    #expect(world.table([persons], "2022-01").first == "mois 2 A")
    #expect(world.table([persons], "2022-02").first == "mois 1 A")
    #expect(world.table([persons], "2022-03").first == "mois 1 A")
  }

  // A person is in two communes by two paths: one in each, one in all; a blank commune is in no row.
  @Test func communesOfResidence() {
    var world = World()
    world.register(
      "a", "2022-02", Path(1, "2022-01-01", "2022-02-03", .autre, in: World.inside),
      Path(1, "2022-02-10", in: World.elsewhere),
      Path(2, "2022-01-01"))
    #expect(
      world.table([indicator(.countPersons, by: [[.commune]])], "2022-02") == [
        "mois 2 A", "mois commune=59350 1 A", "mois commune=62250 0 A", "mois commune=62427 1 A",
      ])
  }
}
