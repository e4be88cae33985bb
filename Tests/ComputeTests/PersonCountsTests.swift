import Domain
import Testing

/// What protection is told of a figure that counts persons.
struct PersonCountsTests {
  private func counts(_ measure: Measure, persons: Bool = true) -> [String] {
    var world = World()
    world.register(
      "a", "2022-01", Path(1, "2022-01-01", rsa: .oui), Path(2, "2022-01-01", rsa: .oui),
      Path(3, "2022-01-01", rsa: .non))
    var figure = indicator(measure)
    figure.countsPersons = persons
    return world.figures([figure], "2022-01")["i", .mois]!.personCounts.map { $0.text() }
  }

  let onRSA = Part.term(Term(.countPersons, conditions: [isOne(.rsa, [2])]))
  let all = Part.term(Term(.countPersons))

  @Test func aCount() {
    #expect(counts(.countPersons) == ["3"])
    #expect(counts(.countPersons, persons: false) == [])
  }

  // 2 of 3, and the 1 who is not: each can be too small.
  @Test func aRate() { #expect(counts(.ratio(of: onRSA, over: all, factor: Rational(100))) == ["2", "3", "1"]) }

  @Test func differencesAndSums() {
    #expect(counts(.difference([all, onRSA])) == ["3", "2"])
    #expect(counts(.sum([all, onRSA])) == ["3", "2"])
  }
}
