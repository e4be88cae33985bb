import Domain
import Testing

/// Entries and exits of the period, first and last day included.
struct CountPathsTests {
  // March 2022: entries on 28 February, 1, 31 March and 1 April: two in the month. Year: three, not April's.
  @Test func entriesOnTheFirstAndLastDay() {
    var world = World()
    world.register(
      "a", "2022-03", Path(1, "2022-02-28"), Path(2, "2022-03-01"), Path(3, "2022-03-31"), Path(4, "2022-04-01"))
    let entries = indicator(.countPaths(.date_entree, minimumStay: false), [.mois, .annee])
    #expect(world.table([entries], "2022-03") == ["mois 2 A", "annee 3 A"])
  }

  @Test func exitsOnTheFirstAndLastDay() {
    var world = World()
    world.register(
      "a", "2022-03", Path(1, "2021-01-01", "2022-02-28", .durable), Path(2, "2021-01-01", "2022-03-01", .autre),
      Path(3, "2021-01-01", "2022-03-31", .durable), Path(4, "2021-01-01", "2022-04-01", .durable),
      Path(5, "2021-01-01"))
    let exits = indicator(.countPaths(.date_sortie, minimumStay: false), [.mois, .annee])
    #expect(world.table([exits], "2022-03") == ["mois 2 A", "annee 3 A"])
    let lasting = indicator(
      .countPaths(.date_sortie, minimumStay: false), [isOne(.sortie, [UInt32(Outcome.durable.rawValue)])])
    #expect(world.table([lasting], "2022-03") == ["mois 1 A"])
  }

  // From 1 January to 21 March are 79 days, to 22 March 80: aci asks for 80, ei for nothing.
  @Test func theMinimumStayIsIncluded() {
    var world = World()
    world.register(
      "a", "2022-03", Path(1, "2022-01-01", "2022-03-21", .durable), Path(2, "2022-01-01", "2022-03-22", .durable),
      Path(3, "2022-03-01", "2022-03-02", .durable, scheme: .ei))
    let exits = indicator(.countPaths(.date_sortie, minimumStay: true), by: [[.dispositif]])
    #expect(
      world.table([exits], "2022-03") == [
        "mois 2 A", "mois dispositif=aci 1 A", "mois dispositif=ai 0 A", "mois dispositif=autre 0 A",
        "mois dispositif=ei 1 A", "mois dispositif=eiti 0 A", "mois dispositif=etti 0 A",
      ])
    #expect(world.table([indicator(.countPaths(.date_sortie, minimumStay: false))], "2022-03") == ["mois 3 A"])
  }

  // One person enters twice: two entries.
  @Test func pathsAreNotPersons() {
    var world = World()
    world.register("a", "2022-03", Path(1, "2022-03-01", "2022-03-05", .autre), Path(1, "2022-03-20"))
    #expect(world.table([indicator(.countPaths(.date_entree, minimumStay: false))], "2022-03") == ["mois 2 A"])
  }

  // b leaves at the end of February: its exit of March is not the programme's, although its register says so.
  @Test func thePeriodIsCutToMembership() {
    var world = World { $0.associations[1].memberUntil = Month("2022-02")! }
    world.register(
      "b", "2022-02", Path(1, "2021-08-01", "2022-02-28", .durable), Path(2, "2021-08-01", "2022-03-01", .durable))
    let exits = indicator(.countPaths(.date_sortie, minimumStay: false), [.annee])
    #expect(world.table([exits], "2022-03") == ["annee 1 A"])
  }
}
