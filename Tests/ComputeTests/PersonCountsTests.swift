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

  // The parts, and what they come to: the 1 who is not on RSA is a person too.
  @Test func differencesAndSums() {
    #expect(counts(.difference([all, onRSA])) == ["3", "2", "1"])
    #expect(counts(.sum([all, onRSA])) == ["3", "2", "5"])
    #expect(counts(.difference([onRSA, .baseline(of: "i")])) == ["2"])
    // Those who came in January less those who left are nobody.
    let exits = Part.term(Term(.countPaths(.date_sortie, minimumStay: false)))
    #expect(counts(.difference([.term(Term(.countPaths(.date_entree, minimumStay: false))), exits])) == ["3", "0"])
  }

  // Numerator and denominator of a rate are printed: that of those not on RSA is 1 of 3, and leaves 2.
  @Test func aRateOfADifference() {
    let others = Part.term(Term(.difference([all, onRSA])))
    #expect(counts(.ratio(of: others, over: all, factor: Rational(100))) == ["3", "2", "1", "3", "2"])
  }
}
