import Domain
import Testing

/// Files accepted over files owed.
struct DeliveryTests {
  let delivered = indicator(.delivery, by: [[.association]], [.mois, .annee])

  // a owes etp and reunions. January: both came. February: etp is refused, reunions did not come.
  // b owes nothing and sends etp. c owes the register and joins in February, when it sends it.
  func world() -> World {
    var world = World {
      $0.associations[0].owes = [.etp, .reunions]
      $0.associations[2].owes = [.beneficiaires]
      $0.associations[2].memberFrom = Month("2022-02")!
    }
    world.jobs("a", "2022-01")
    world.meetings("a", "2022-01", refused: 1)
    world.refuse("a", .etp, "2022-02")
    world.jobs("b", "2022-02")
    world.register("c", "2022-02")
    return world
  }

  @Test func acceptedOverOwed() {
    #expect(
      world().table([delivered], "2022-02") == [
        "mois 33.333333 1/3 A", "mois association=a 0 0/2 A", "mois association=c 100 1/1 A",
        "annee 60 3/5 A", "annee association=a 50 2/4 A", "annee association=c 100 1/1 A",
      ])
  }

  @Test func aWaiverDeliversNothing() {
    var world = world()
    world.waive("a", .etp, "2022-02")
    world.waive("a", .reunions, "2022-02")
    #expect(world.table([delivered], "2022-02").first == "mois 33.333333 1/3 A")
  }

  @Test func nothingOwed() {
    var world = World()
    world.jobs("a", "2022-01")
    #expect(
      world.table([delivered], "2022-01") == ["mois nd 0/0 M denominateur-nul", "annee nd 0/0 M denominateur-nul"])
  }

  // a leaves at the end of January: February owes nothing.
  @Test func aMemberLeaves() {
    var world = world()
    world.programme.associations[0].memberUntil = Month("2022-01")!
    #expect(
      world.table([delivered], "2022-02") == [
        "mois 100 1/1 A", "mois association=c 100 1/1 A", "annee 100 3/3 A", "annee association=a 100 2/2 A",
        "annee association=c 100 1/1 A",
      ])
  }
}
