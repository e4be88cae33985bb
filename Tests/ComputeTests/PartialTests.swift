import Domain
import Testing

@testable import Compute

/// Status U: some of those a column is asked of answer, and some do not. Worked by hand.
struct PartialTests {
  private func answers(_ world: World, _ indicator: Indicator, _ month: String, _ cell: Domain.Cell = .total) -> String
  {
    let figures = compute(
      Catalogue([indicator]), from: world.facts, of: world.programme, with: world.reference, for: Month(month)!)
    let figure = figures[indicator.id, .mois, cell]
    return "\(figure?.status.id ?? "-") \(figure?.answers?.french ?? "-")"
  }

  // Persons 1 (two paths, one tells the sex), 2 and 3 (silent), 4 (tells).
  @Test func aPersonAnswersByOneOfHerPaths() {
    var world = World()
    world.register(
      "a", "2022-01", Path(1, "2022-01-01", "2022-01-05", .autre), Path(1, "2022-01-10", rsa: .oui),
      Path(2, "2022-01-01"), Path(3, "2022-01-01"), Path(4, "2022-01-02", rsa: .non))
    let rsa = indicator(.countPersons, [isOne(.rsa, [UInt32(YesNo.oui.rawValue)])])
    #expect(answers(world, rsa, "2022-01") == "U renseigné pour 2 personnes sur 4")
    #expect(answers(world, indicator(.countPersons, [Condition(.rsa, .known)]), "2022-01") == "A -")
  }

  // Of two columns the least answered is told: hours of 2 rows in 3, sex of 1 in 3 (asked of each the rows that meet the rest).
  @Test func theLeastAnsweredColumnIsTold() {
    var world = World()
    world.jobs(
      "a", "2022-01", Job(1, .existant, hours: 10_00, sex: .f), Job(2, .existant, hours: 20_00), Job(3, .existant))
    #expect(answers(world, indicator(.sumFlow(.heures)), "2022-01") == "U renseigné pour 2 lignes sur 3")
    #expect(
      answers(world, indicator(.sumFlow(.heures), [isOne(.sexe, [1])]), "2022-01")
        == "U renseigné pour 1 ligne sur 3")
  }

  // Provisional is worse than partial: the status says the one, and the answers are told all the same.
  @Test func provisionalGoesFirst() {
    var world = World()
    world.jobs("a", "2022-01", Job(1, .existant, hours: 10_00), Job(2, .existant))
    world.jobs("b", "2022-01", refused: 1)
    #expect(answers(world, indicator(.sumFlow(.heures)), "2022-01") == "P renseigné pour 1 ligne sur 2")
  }

  @Test func meetingsWithAList() {
    var world = World()
    world.meetings(
      "a", "2022-03", Meeting("2022-03-05", "ca", members: ["a"]), Meeting("2022-03-06", "ca"),
      Meeting("2022-03-07", "ca"))
    #expect(answers(world, indicator(.attendance), "2022-03") == "U renseigné pour 1 réunion sur 3")
  }

  // A ratio has the least answered of its parts.
  @Test func partsGiveTheirs() {
    var world = World()
    world.register(
      "a", "2022-01", Path(1, "2022-01-01", rsa: .oui), Path(2, "2022-01-01"), Path(3, "2022-01-01", rsa: .non))
    let rsa = Term(.countPersons, conditions: [isOne(.rsa, [UInt32(YesNo.oui.rawValue)])])
    let known = Term(.countPersons, conditions: [Condition(.rsa, .known)])
    let share = indicator(.ratio(of: .term(rsa), over: .term(known), factor: Rational(100)))
    #expect(answers(world, share, "2022-01") == "U renseigné pour 2 personnes sur 3")
  }

  // By sex: in each row the units that give it there; those of the unknown are in none of the others.
  @Test func inTheCellsBySex() {
    var world = World()
    world.register(
      "a", "2022-01", Path(1, "2022-01-01", sex: .f, rsa: .oui), Path(2, "2022-01-01", sex: .f),
      Path(3, "2022-01-01", rsa: .oui))
    let bySex = indicator(.countPersons, [isOne(.rsa, [UInt32(YesNo.oui.rawValue)])], by: [[.sexe]])
    func of(_ sex: String) -> String { answers(world, bySex, "2022-01", Cell([Cell.Member(.sexe, sex)])) }
    #expect(of("f") == "U renseigné pour 1 personne sur 2")
    #expect(of("inconnu") == "A -")
    #expect(of("h") == "A -")
  }
}
