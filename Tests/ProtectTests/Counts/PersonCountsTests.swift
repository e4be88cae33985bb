import Domain
import Testing

@testable import Protect

struct PersonCountsTests {
  private let counts = PersonCounts(Small.catalogue)

  private func count(_ id: String) -> Int? {
    if case .count(let count)? = counts.figures[id] { count } else { nil }
  }

  /// A rate of indicators has their counts, not others of its own.
  @Test func ratesShareCounts() throws {
    #expect(counts.figures["taux"] == .rate(of: count("dynamiques"), over: count("sorties")))
    guard case .rate(let of, let over?)? = counts.figures["part_femmes"] else { throw Missing() }
    #expect(of == count("femmes"))
    #expect(counts.all[over] == PersonCount(.person, [Condition(.sexe, .known)]))
    #expect(counts.figures["taux"]?.told.count == 2)
    // Sensitive or not, it is what is counted that matters.
    #expect(count("rqth") != count("rsa"))
  }

  @Test func twoIndicatorsOfOneCount() {
    let counts = PersonCounts(
      Catalogue([
        Small.indicator("a", .countPersons, [Small.women]), Small.indicator("b", .countPersons, [Small.women]),
      ]))
    #expect(counts.all.count == 1 && counts.figures["a"] == counts.figures["b"])
  }

  @Test func differencesAreMade() throws {
    guard case .made(let made, let signs)? = counts.figures["solde"] else { throw Missing() }
    #expect(signs == [count("entrees")!: 1, count("sorties")!: -1])
    #expect(counts.all[made].isMade && !counts.all[made].isFlow)
  }

  /// Conditions of the difference are conditions of each part; a difference in a difference turns its signs; what cancels is gone.
  @Test func differencesOfDifferences() throws {
    var indicators = [Small.indicator("a", .countPersons), Small.indicator("b", .countPersons, [Small.yes(.rsa)])]
    indicators.append(Small.indicator("c", .difference([.indicator("a"), .indicator("b")])))
    indicators.append(Small.indicator("d", .difference([.indicator("a"), .indicator("c")])))
    indicators.append(Small.indicator("e", .sum([.indicator("a"), .indicator("b")]), [Small.women]))
    let counts = PersonCounts(Catalogue(indicators))
    func place(_ conditions: Condition...) -> Int { counts.all.firstIndex(of: PersonCount(.person, conditions))! }
    guard case .made(_, let d)? = counts.figures["d"], case .made(_, let e)? = counts.figures["e"] else {
      throw Missing()
    }
    #expect(d == [place(Small.yes(.rsa)): 1])
    #expect(e == [place(Small.women): 1, place(Small.women, Small.yes(.rsa)): 1])
  }

  /// Counts beside something else: whoever sees it is taken to know them.
  @Test func whatIsMadeOfMore() {
    let catalogue = Catalogue([
      Small.indicator("jobs", .countStock(.poste)), Small.indicator("persons", .countPersons),
      Small.indicator("both", .sum([.indicator("persons"), .indicator("jobs")])),
      Small.indicator("ratio", .ratio(of: .indicator("persons"), over: .indicator("jobs"), factor: Rational(1))),
      Small.indicator("share", .referenceShare(territory: "t", plus: .indicator("persons"))),
      Small.indicator("declared", .sumStock(.etp, preferHours: false)),
    ])
    let counts = PersonCounts(catalogue)
    let persons = counts.all.firstIndex(of: PersonCount(.person))!
    #expect(counts.figures["both"] == .telling([persons]))
    #expect(counts.figures["both"]?.told == [persons])
    #expect(counts.figures["ratio"] == .rate(of: persons, over: nil))
    #expect(counts.figures["ratio"]?.told == [persons])
    guard case .rate(let of?, nil)? = counts.figures["share"], case .count(let declared)? = counts.figures["declared"]
    else {
      Issue.record("share or declared")
      return
    }
    #expect(counts.all[of].isMade && counts.all[declared].isMade)
    var silent = Small.indicator("silent", .countStock(.poste))
    silent.countsPersons = false
    #expect(PersonCounts(Catalogue([silent])).figures.isEmpty)
  }

  private struct Missing: Error {}
}
