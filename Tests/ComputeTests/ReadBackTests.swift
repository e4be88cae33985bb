import Domain
import Testing

@testable import Compute

/// What an association is told of its own files. Worked by hand.
struct ReadBackTests {
  @Test func ofAMonth() {
    var world = World()
    // Three people at work (one holds two jobs), one job in course of creation, one ended.
    world.jobs(
      "a", "2022-03", Job(1, .existant, employee: 1, fte: 5_000), Job(2, .cree, employee: 1, fte: 2_500),
      Job(3, .cree, employee: 2), Job(4, .en_cours), Job(5, .supprime, employee: 3))
    // One path of February that goes on, one that begins and one that ends in March.
    world.register(
      "a", "2022-03", Path(1, "2022-02-01"), Path(2, "2022-03-10"), Path(3, "2022-01-05", "2022-03-20", .durable))
    world.meetings("a", "2022-03", Meeting("2022-03-05", "ca"), Meeting("2022-03-06", "ca"))
    let told = readBack(world.facts, of: world.programme, with: world.reference, for: Month("2022-03")!)
    #expect(told["a"]?.staff == .init(fullTimeEquivalent: Rational(7, over: 4), employees: 2, jobs: 3))
    #expect(told["a"]?.register == .init(persons: 3, entries: 1, exits: 1))
    #expect(told["a"]?.meetings == .init(held: 2))
    #expect(told["b"] == ReadBack())
  }

  @Test func aFileOfAnotherMonthIsNotReadBack() {
    var world = World()
    world.jobs("a", "2022-02", Job(1, .existant, employee: 1))
    let told = readBack(world.facts, of: world.programme, with: world.reference, for: Month("2022-03")!)
    #expect(told["a"]?.staff == nil)
  }
}
