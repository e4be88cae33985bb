import Domain
import Testing

/// Distinct jobs by their first month in a status.
struct CountFirstTests {
  let created = indicator(.countFirst(.cree, after: nil), [.mois, .annee, .programme])

  // Job 1 of a:   2021-11   2021-12   2022-01    2022-02
  //               en_cours  cree      supprime   cree
  // First cree: 2021-12. First supprime: 2022-01, after cree. The second cree is no creation.
  func wandering() -> World {
    var world = World()
    world.jobs("a", "2021-11", Job(1, .en_cours))
    world.jobs("a", "2021-12", Job(1, .cree))
    world.jobs("a", "2022-01", Job(1, .supprime))
    world.jobs("a", "2022-02", Job(1, .cree))
    return world
  }

  @Test func aJobIsCreatedOnce() {
    #expect(wandering().table([created], "2021-11") == ["mois 0 A", "annee 0 A", "programme 0 A"])
    #expect(wandering().table([created], "2021-12") == ["mois 1 A", "annee 1 A", "programme 1 A"])
    #expect(wandering().table([created], "2022-02") == ["mois 0 A", "annee 0 A", "programme 1 A"])
  }

  @Test func anEndCountsAfterACreation() {
    let ended = indicator(.countFirst(.supprime, after: .cree), [.mois, .annee, .programme])
    #expect(wandering().table([ended], "2022-01") == ["mois 1 A", "annee 1 A", "programme 1 A"])
    #expect(wandering().table([ended], "2022-02") == ["mois 0 A", "annee 1 A", "programme 1 A"])
    let neverBefore = indicator(.countFirst(.supprime, after: .consolide), [.mois])
    #expect(wandering().table([neverBefore], "2022-01") == ["mois 0 A"])
  }

  // Job 2: supprime 2021-12, cree 2022-01, supprime 2022-02. Its first month in supprime has no cree before it, and the
  // later supprime is not its first: never counted.
  @Test func afterIsStrictlyEarlierThanTheFirstMonth() {
    var world = World()
    world.jobs("a", "2021-12", Job(2, .supprime))
    world.jobs("a", "2022-01", Job(2, .cree))
    world.jobs("a", "2022-02", Job(2, .supprime))
    let ended = indicator(.countFirst(.supprime, after: .cree), [.mois, .programme])
    #expect(world.table([ended], "2022-02") == ["mois 0 A", "programme 0 A"])
  }

  // Nothing is earlier than its own first month.
  @Test func afterTheSameStatus() {
    var world = World()
    world.jobs("a", "2022-01", Job(2, .cree))
    world.jobs("a", "2022-02", Job(2, .cree))
    let again = indicator(.countFirst(.cree, after: .cree), [.mois, .programme])
    #expect(world.table([again], "2022-02") == ["mois 0 A", "programme 0 A"])
  }

  // Job 3 is created on x in January and moves to y in February: created once, on x.
  @Test func aJobThatChangesItsAxisIsNotCreatedTwice() {
    var world = World()
    world.jobs("a", "2022-01", Job(3, .cree, axis: "x"))
    world.jobs("a", "2022-02", Job(3, .cree, axis: "y"))
    let byAxis = indicator(.countFirst(.cree, after: nil), by: [[.axe]], [.mois, .annee])
    #expect(
      world.table([byAxis], "2022-02") == [
        "mois 0 A", "mois axe=x 0 A", "mois axe=y 0 A", "annee 1 A", "annee axe=x 1 A", "annee axe=y 0 A",
      ])
  }

  // Two employees share job 4 in its first month, in two communes: one job in each commune, one in all.
  @Test func aJobCountsInEachCellOfItsFirstRows() {
    var world = World()
    world.jobs(
      "a", "2022-01", Job(4, .cree, employee: 1), Job(4, .cree, employee: 2, in: World.elsewhere))
    let byCommune = indicator(.countFirst(.cree, after: nil), by: [[.commune]])
    #expect(
      world.table([byCommune], "2022-01") == [
        "mois 1 A", "mois commune=59350 1 A", "mois commune=62250 0 A", "mois commune=62427 1 A",
      ])
  }

  // The job is a fixed-term one when it is created, and permanent later: conditions choose among the rows of the first month,
  // they do not move it.
  @Test func conditionsDoNotMoveTheFirstMonth() {
    var world = World()
    world.jobs("a", "2022-01", Job(5, .cree, contract: .cdd))
    world.jobs("a", "2022-02", Job(5, .cree, contract: .cdi))
    let permanent = indicator(
      .countFirst(.cree, after: nil), [isOne(.contrat, [UInt32(Contract.cdi.rawValue)])], [.mois, .programme])
    #expect(world.table([permanent], "2022-02") == ["mois 0 A", "programme 0 A"])
    let fixed = indicator(
      .countFirst(.cree, after: nil), [isOne(.contrat, [UInt32(Contract.cdd.rawValue)])], [.mois, .programme])
    #expect(world.table([fixed], "2022-02") == ["mois 0 A", "programme 1 A"])
  }

  // b joins in February with a job created before: nothing is read of January, so its first known month is February. The
  // months before it joined are owed by nobody: A.
  @Test func aJobCreatedBeforeMembershipBeginsWithIt() {
    var world = World {
      $0.associations[1].memberFrom = Month("2022-02")!
      $0.associations[1].owes = [.etp]
    }
    world.jobs("b", "2022-02", Job(6, .cree))
    #expect(world.table([created], "2022-02") == ["mois 1 A", "annee 1 A", "programme 1 A"])
  }

  // a and b both call a job 7: two jobs.
  @Test func aJobBelongsToItsAssociation() {
    var world = World()
    world.jobs("a", "2022-01", Job(7, .cree))
    world.jobs("b", "2022-01", Job(7, .cree))
    #expect(world.table([created], "2022-01") == ["mois 2 A", "annee 2 A", "programme 2 A"])
  }
}
