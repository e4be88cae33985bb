import Compute
import Domain
import SeededNumbers
import Testing

/// What holds of every programme: seeded, so that a failure comes back.
struct PropertyTests {
  let pathsIn = Measure.countPaths(.date_entree, minimumStay: false)

  /// Measures of which every row belongs to one association, with what they may be broken down by.
  var catalogue: [Indicator] {
    let jobs: [[Dimension]] = [[.association], [.axe], [.commune], [.sexe], [.axe, .association]]
    return [
      indicator(.countFirst(.cree, after: nil), id: "crees", by: jobs, Horizon.allCases),
      indicator(.countFirst(.supprime, after: .cree), id: "supprimes", by: jobs, Horizon.allCases),
      indicator(.countEver(.cree, orNow: .en_cours), id: "ever", by: jobs, [.programme]),
      indicator(.countStock(.poste), [isNone(.en_cours)], id: "postes", by: jobs),
      indicator(.countStock(.salarie), id: "effectif", by: jobs),
      indicator(.sumStock(.etp, preferHours: true), [isNone(.sexe, [1])], id: "etp", by: jobs, Horizon.allCases),
      indicator(.sumFlow(.heures), id: "heures", by: jobs, Horizon.allCases),
      indicator(pathsIn, id: "entrees", by: jobs, Horizon.allCases),
      indicator(.countPersons, id: "personnes", by: jobs, Horizon.allCases),
      indicator(.countPersons, [isOne(.rsa, [2])], id: "rsa", by: jobs, Horizon.allCases),
      indicator(.countMeetings, id: "reunions", by: [[.association], [.instance], [.axe]], Horizon.allCases),
      indicator(.sumMeetings(.participants), id: "participants", by: [[.association], [.instance]], Horizon.allCases),
      indicator(.attendance, id: "presence", by: [[.association], [.instance]], Horizon.allCases),
      indicator(
        .ratio(of: .indicator("rsa"), over: .indicator("personnes"), factor: Rational(100)), id: "part", by: jobs,
        Horizon.allCases),
    ]
  }

  @Test(arguments: 1...20) func sumsOverAssociations(seed: Int) {
    let figures = World.random(seed).figures(catalogue, "2022-04")
    // Participants neither add up nor exceed: the total takes the largest value of all reports.
    for indicator in catalogue where !["part", "presence", "participants"].contains(indicator.id) {
      for horizon in indicator.horizons {
        let parts = figures.cells(of: indicator.id, horizon, by: [.association])
        guard let total = figures[indicator.id, horizon]?.value, parts.allSatisfy({ $0.value != nil }) else { continue }
        let sum = parts.compactMap(\.value).reduce(.zero, +)
        // A person by its shared key, or a meeting, can be of several associations: never less than the total.
        switch indicator.id {
        case "personnes", "rsa", "reunions": #expect(sum >= total, "\(indicator.id) \(horizon) \(seed)")
        default: #expect(sum == total, "\(indicator.id) \(horizon) \(seed)")
        }
      }
    }
  }

  /// By a dimension that splits rows, distinct units are never fewer than in the total, where no blank leaves one out.
  @Test(arguments: 1...20) func distinctUnitsOverACell(seed: Int) {
    let figures = World.random(seed).figures(catalogue, "2022-04")
    for id in ["effectif", "postes", "personnes"] {
      for dimension in [Dimension.axe, .sexe] {
        let parts = figures.cells(of: id, .mois, by: [dimension])
        guard let total = figures[id, .mois]?.value else { continue }
        let sum = parts.compactMap(\.value).reduce(.zero, +)
        #expect(sum >= total, "\(id) \(dimension) \(seed)")
      }
    }
  }

  @Test(arguments: 1...20) func theOrderOfRowsAndFilesDoesNotMatter(seed: Int) {
    let world = World.random(seed)
    var shuffled = world
    var random = Seeded(UInt64(seed) &+ 1000)
    shuffled.shuffle(using: &random)
    #expect(world.table(catalogue, "2022-04") == shuffled.table(catalogue, "2022-04"))
  }

  /// A file cut in two at any row accumulates to the same: what a task per slice of a file will rest on.
  @Test(arguments: 1...20) func piecesOfAFileAddUp(seed: Int) {
    let world = World.random(seed)
    var cut = world
    var random = Seeded(UInt64(seed) &+ 2000)
    cut.facts.jobs = ArraySlice(
      world.facts.jobs.flatMap { rows -> [JobRows] in
        let at = Int.random(in: 0...rows.count, using: &random)
        return [rows.picking(Array(0..<at)), rows.picking(Array(at..<rows.count))]
      })
    #expect(world.table(catalogue, "2022-04") == cut.table(catalogue, "2022-04"))
  }

  /// Files of later months change nothing of an earlier one.
  @Test(arguments: 1...10) func laterMonthsAreNotRead(seed: Int) {
    let world = World.random(seed)
    var limited = world
    let month = Month("2022-02")!
    limited.facts.jobs.removeAll { $0.month > month }
    limited.facts.registers.removeAll { $0.month > month }
    limited.facts.meetings.removeAll { $0.month > month }
    limited.facts.deliveries = Deliveries(limited.facts.deliveries.filter { $0.month <= month })
    #expect(world.table(catalogue, "2022-02") == limited.table(catalogue, "2022-02"))
  }

  /// The figures of some indicators are those of the whole catalogue.
  @Test(arguments: 1...5) func oneIndicatorAlone(seed: Int) {
    let world = World.random(seed)
    let month = Month("2022-04")!
    let alone = compute(
      Catalogue(catalogue), only: [catalogue.last!], from: world.settled(to: month), of: world.programme,
      with: world.reference, for: month)
    #expect(alone.all.map(World.line) == world.table(catalogue, "2022-04", only: "part"))
    #expect(!alone.all.isEmpty)
  }
}
