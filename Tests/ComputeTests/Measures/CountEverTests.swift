import Domain
import Testing

/// Jobs ever in a status, and those in another one now that never were.
struct CountEverTests {
  // Job       2021-12      2022-01      2022-02 (M)
  // 1 (x)     cree         –            –             ever
  // 2 (x)     –            –            en_cours      now
  // 3 (x, y)  cree on x    –            en_cours on y ever: once, where it was created
  // 4 (x)     –            en_cours     –             neither
  // 5 (y)     –            –            cree          ever
  // 6 (x)     supprime     –            –             neither
  func world() -> World {
    var world = World()
    world.jobs("a", "2021-12", Job(1, .cree), Job(3, .cree), Job(6, .supprime))
    world.jobs("a", "2022-01", Job(4, .en_cours))
    world.jobs("a", "2022-02", Job(2, .en_cours), Job(3, .en_cours, axis: "y"), Job(5, .cree, axis: "y"))
    return world
  }

  @Test func createdOrInCourse() {
    let both = indicator(.countEver(.cree, orNow: .en_cours), by: [[.axe]], [.programme])
    #expect(world().table([both], "2022-02") == ["programme 4 A", "programme axe=x 3 A", "programme axe=y 1 A"])
    // A month earlier: 1 and 3 were created, 4 is in course.
    #expect(world().table([both], "2022-01") == ["programme 3 A", "programme axe=x 3 A", "programme axe=y 0 A"])
  }

  @Test func everAlone() {
    let ever = indicator(.countEver(.cree, orNow: nil), [.programme])
    #expect(world().table([ever], "2022-02") == ["programme 3 A"])
  }

  @Test func aStockIsTheSameAtEveryHorizon() {
    let both = indicator(.countEver(.cree, orNow: .en_cours), [.mois, .annee, .programme])
    #expect(world().table([both], "2022-02") == ["mois 4 A", "annee 4 A", "programme 4 A"])
  }
}
