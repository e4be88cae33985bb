import Domain
import Testing

/// Hours add up over the months.
struct SumFlowTests {
  let hours = indicator(.sumFlow(.heures), by: [[.dispositif]], [.mois, .annee, .programme])

  // December 10,5; January 20,25 and a row without hours; February 0,25. Programme 31; year 20,5.
  @Test func hoursAddUp() {
    var world = World()
    world.jobs("a", "2021-12", Job(1, .existant, hours: 10_50, scheme: .aci))
    world.jobs("a", "2022-01", Job(1, .existant, hours: 20_25, scheme: .aci), Job(2, .existant, scheme: .aci))
    world.jobs("a", "2022-02", Job(1, .existant, hours: 25, scheme: .ei))
    let table = world.table([hours], "2022-02")
    #expect(table.filter { !$0.contains("=") } == ["mois 0.25 A", "annee 20.5 U partiel", "programme 31 U partiel"])
    #expect(
      table.filter { $0.hasPrefix("programme disp") } == [
        "programme dispositif=aci 30.75 U partiel", "programme dispositif=ai 0 A", "programme dispositif=ei 0.25 A",
        "programme dispositif=eiti 0 A", "programme dispositif=etti 0 A",
      ])
  }

  // No row has its hours: unknown, not 0. Where no row stands at all, 0.
  @Test func hoursThatNobodyFilledIn() {
    var world = World()
    world.jobs("a", "2022-01", Job(1, .existant, scheme: .aci))
    #expect(
      world.table([hours], "2022-01").prefix(3) == [
        "mois nd M non-renseigne", "mois dispositif=aci nd M non-renseigne", "mois dispositif=ai 0 A",
      ])
  }

  // Asked of the rows without hours, of which there is one: the column is filled in the other, so the sum is known, and 0: of one row in two.
  @Test func aConditionOnTheSummedColumn() {
    var world = World()
    world.jobs("a", "2022-01", Job(1, .existant, hours: 10_00), Job(2, .existant))
    let without = indicator(.sumFlow(.heures), [Condition(.heures, .known, isExcluded: true)])
    #expect(world.table([without], "2022-01") == ["mois 0 U partiel"])
  }
}
