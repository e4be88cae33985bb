import Domain
import class Foundation.ProcessInfo
import SeededNumbers
import Testing

@testable import Compute

/// Figures made of monthly parts are those of rows read again for every month. `WORLDS=1000` looks at as many random programmes.
@Suite struct MonthlyPartsTests {
  private static let seeds = 1...(ProcessInfo.processInfo.environment["WORLDS"].flatMap(Int.init) ?? 12)
  private static let jobs: [[Dimension]] = [
    [.association], [.axe], [.commune], [.sexe], [.axe, .association], [.axe, .sexe], [.dispositif],
  ]
  /// Every measure over monthly files, with conditions that leave columns blank.
  private static let terms: [(Measure, [Condition])] = [
    (.countFirst(.cree, after: nil), []), (.countFirst(.supprime, after: .cree), []),
    (.countFirst(.cree, after: nil), [isOne(.sexe, [1])]), (.countEver(.cree, orNow: .en_cours), []),
    (.countEver(.cree, orNow: nil), []), (.countEver(.consolide, orNow: .cree), [isOne(.sexe, [1, 2])]),
    (.countStock(.poste), [isNone(.en_cours)]), (.countStock(.salarie), []),
    (.countStock(.salarie), [isOne(.sexe, [2])]),
    (.sumStock(.etp, preferHours: true), [isNone(.sexe, [1])]),
    (.sumStock(.etp, preferHours: false), [isOne(.sexe, [1])]),
    (.sumFlow(.heures), []), (.sumStock(.heures, preferHours: false), [Condition(.dispositif, .known)]),
  ]
  private static let catalogue = terms.enumerated().map { number, term in
    indicator(term.0, term.1, id: "i\(number)", by: jobs, Horizon.allCases)
  }
  private static let meetings: [Indicator] = [
    indicator(.countMeetings, id: "tenues", by: [[.association], [.instance], [.axe]], Horizon.allCases),
    indicator(.sumMeetings(.participants), id: "participants", by: [[.association], [.instance]], Horizon.allCases),
    indicator(.attendance, id: "presence", by: [[.association], [.instance]], Horizon.allCases),
    indicator(.countPersons, id: "personnes", by: [[.association], [.axe]], Horizon.allCases),
  ]

  @Test(arguments: seeds) func asRowByRow(seed: Int) throws {
    let world = World.random(seed)
    let months = Month("2021-07")!...Month("2022-04")!
    let computation = Computation(
      Catalogue(Self.catalogue), of: world.programme, with: world.reference, over: months)
    let parts = computation.parts(of: world.facts)
    for month in months {
      let referee = RowByRow(world, month)
      for leaf in computation.asked {
        for breakdown in leaf.slices.map(\.breakdown) {
          for horizon in Horizon.allCases {
            let from = horizon.period(endingWith: month, start: world.programme.start).lowerBound
            let (subtotal, _) = parts.subtotal(
              leaf.leaf.measure, computation.series(leaf.leaf, breakdown), from: from, month: month)
            let expected = referee.subtotal(leaf.leaf, breakdown, from: from)
            #expect(subtotal.bare == expected.bare, "\(seed) \(month) \(horizon) \(leaf.leaf.term)")
          }
        }
      }
    }
  }

  /// One pass for ten months gives what a pass for each gives.
  @Test(arguments: seeds) func manyMonthsAsEachAlone(seed: Int) {
    var world = World.random(seed)
    // Persons behind sums are counted as well.
    world.programme.confidentiality.sumsThreshold = 3
    let months = Month("2021-07")!...Month("2022-04")!
    let indicators = Self.catalogue + Self.meetings
    let computation = Computation(Catalogue(indicators), of: world.programme, with: world.reference, over: months)
    let facts = world.settled(to: months.upperBound)
    let parts = computation.parts(of: facts)
    for month in months {
      let shared = computation.figures(of: month, from: parts, facts)
      let alone = world.figures(indicators, "\(month)")
      #expect(shared.all == alone.all, "\(seed) \(month)")
    }
  }

  /// Rows are told apart only by what is asked of them: an indicator asked alone, in one breakdown, is what it is among all.
  @Test(arguments: seeds) func oneAskedAloneAsAmongAll(seed: Int) throws {
    let world = World.random(seed)
    let month = "2022-04"
    let all = world.figures(Self.catalogue, month)
    for (number, (measure, conditions)) in Self.terms.enumerated() {
      for dimensions in Self.jobs {
        let alone = world.figures(
          [indicator(measure, conditions, id: "i\(number)", by: [dimensions], Horizon.allCases)], month)
        for figure in alone.all {
          #expect(figure == all[figure.indicator, figure.horizon, figure.cell], "\(seed) \(number) \(dimensions)")
        }
        #expect(!alone.all.isEmpty)
      }
    }
  }

  /// Associations may be read in any order, each file in pieces.
  @Test(arguments: seeds) func anySplitGivesTheSameParts(seed: Int) {
    let world = World.random(seed)
    var random = Seeded(UInt64(seed) &+ 4000)
    let month = Month("2022-04")!
    let computation = Computation(
      Catalogue(Self.catalogue), of: world.programme, with: world.reference, over: month...month)
    let whole = computation.figures(of: month, from: computation.parts(of: world.facts), world.facts)
    var split = computation.parts(ofMeetings: world.facts.meetings)
    for association in [0, 1, 2].shuffled(using: &random) {
      let pieces = world.facts.jobs.filter { $0.association == association }.flatMap { rows -> [JobRows] in
        let order = Array(0..<rows.count).shuffled(using: &random)
        let at = Int.random(in: 0...rows.count, using: &random)
        return [rows.picking(Array(order[..<at])), rows.picking(Array(order[at...]))]
      }
      split.merge(computation.parts(ofJobs: pieces.shuffled(using: &random)))
    }
    split.seal()
    #expect(computation.figures(of: month, from: split, world.facts).all == whole.all, "\(seed)")
  }
}
