import Domain
import Testing

/// Distinct jobs or employees of the month.
struct CountStockTests {
  // February, association a: row  job  employee  axe  statut    sexe
  //                          1    1    1         x    existant  f
  //                          2    1    2         x    existant  –      (job 1 is shared)
  //                          3    2    1         y    existant  h      (employee 1 has two jobs, and two sexes)
  //                          4    3    –         x    en_cours  –      (nobody holds job 3)
  //                          5    4    3         y    existant  –
  //                          6    5    2         y    cree      f
  // b: job 1, employee 1, x, existant, f: another job and another person.
  func world() -> World {
    var world = World()
    world.jobs(
      "a", "2022-02", Job(1, .existant, employee: 1, sex: .f), Job(1, .existant, employee: 2),
      Job(2, .existant, employee: 1, axis: "y", sex: .h), Job(3, .en_cours), Job(4, .existant, employee: 3, axis: "y"),
      Job(5, .cree, employee: 2, axis: "y", sex: .f))
    world.jobs("b", "2022-02", Job(1, .existant, employee: 1, sex: .f))
    world.jobs("a", "2022-01", Job(9, .existant, employee: 9, sex: .x))
    return world
  }

  @Test func jobs() {
    // a: 1, 2, 3, 4, 5; b: 1. January's job 9 is not of the month.
    let jobs = indicator(.countStock(.poste), by: [[.association]])
    #expect(world().table([jobs], "2022-02") == ["mois 6 A", "mois association=a 5 A", "mois association=b 1 A"])
    let inCourse = indicator(.countStock(.poste), [isOne(.en_cours)])
    #expect(world().table([inCourse], "2022-02") == ["mois 1 A"])
  }

  @Test func employees() {
    // a: 1, 2, 3; b: 1. By axe: x has a1, a2, b1; y has a1, a3, a2.
    let employees = indicator(.countStock(.salarie), [isNone(.en_cours, .supprime)], by: [[.axe]])
    #expect(world().table([employees], "2022-02") == ["mois 4 A", "mois axe=x 3 A", "mois axe=y 3 A"])
  }

  @Test func sexOfAnEmployee() {
    // f: a1, a2 (its other row is blank), b1. h: a1 again. inconnu: a3.
    let employees = indicator(.countStock(.salarie), by: [[.sexe]])
    #expect(
      world().table([employees], "2022-02") == [
        "mois 4 A", "mois sexe=f 3 A", "mois sexe=h 1 A", "mois sexe=inconnu 1 A", "mois sexe=x 0 A",
      ])
  }

  @Test func unknownIsJudgedInTheCell() {
    // On x, a2's only row is blank: unknown there, although y gives f.
    let pairs = indicator(.countStock(.salarie), by: [[.axe, .sexe]])
    #expect(
      world().table([pairs], "2022-02") == [
        "mois 4 A", "mois axe=x sexe=f 2 A", "mois axe=x sexe=inconnu 1 A", "mois axe=y sexe=f 1 A",
        "mois axe=y sexe=h 1 A", "mois axe=y sexe=inconnu 1 A",
      ])
  }

  @Test func onlyTheMonthCounts() {
    #expect(world().table([indicator(.countStock(.salarie), by: [[.sexe]])], "2022-01")[4] == "mois sexe=x 1 A")
  }
}
