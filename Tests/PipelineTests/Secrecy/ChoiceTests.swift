import Domain
import Testing

@testable import Pipeline
@testable import Protect

/// The choice and the attack on it, until the attack finds nothing.
struct ChoiceTests {
  private let month = Month("2022-03")!
  private let definitions: Definitions

  /// Entries by association, which add up.
  init() throws {
    let world = try SmallProgramme()
    try world.edit(
      "indicators.yaml", "measure: {count_persons: {kind: beneficiaires}}",
      "measure: {count_paths: {kind: beneficiaires, at: date_entree}}")
    definitions = try loadDefinitions(InputsFolder(world.inputs.path)).definitions
  }

  private func key(_ cell: String, _ horizon: Horizon = .annee) -> Figures.Key {
    Figures.Key("beneficiaires", horizon, Cell(text: cell)!)
  }

  private func told(
    _ numbers: KeyValuePairs<Figures.Key, Int>, hidden: [Figures.Key: Confidentiality] = [:]
  ) -> Publication {
    let figures = numbers.map { key, number in
      Figure(
        indicator: key.indicator, horizon: key.horizon, cell: key.cell, value: Rational(number), status: .A,
        personCounts: [Rational(number)])
    }
    return Publication(
      month: month, figures: Figures(month: month, figures), printed: Set(figures.map(\.key)), hidden: hidden)
  }

  private func chosen(_ disclosure: Disclosure) -> Choice {
    Choice.holding(
      disclosure, [], disclosure.upcoming[0].figures, [month: [key("association=adds")]], definitions)
  }

  /// Two publications of one month: the members stand in the first, the total in the second alone. The choice reads each by itself; the
  /// attack knows that what is not told anew is as it was, and the total gives the small member away. Its lesson is what hides the total:
  /// by itself the choice would show it, and giving way would hide the month's number, too, which tells nothing.
  @Test(arguments: [1, 3, 4]) func whatTheAttackFindsIsLearnt(small: Int) throws {
    let (adds, total, ofTheMonth) = (key("association=adds"), key(""), key("", .mois))
    let before = told([adds: small, key("association=die"): 20], hidden: [adds: .C])
    let disclosure = Disclosure(published: [before], upcoming: [told([total: 20 + small, ofTheMonth: 9])])
    #expect(suppress(disclosure, under: definitions).hidden[month] == [])
    let found = attack([before], upcoming: disclosure.upcoming, under: definitions)
    #expect(Set(found.map(\.key)) == [adds])

    let choice = chosen(disclosure)
    #expect(choice.disclosed.isEmpty)
    #expect(choice.marks[month] == [total: .D])
    #expect(choice.suppressed.reasons[month] == [total: [CellOfMonth(month: month, key: adds)]])
    #expect(choice.upcoming.map(\.hidden) == [[total: .D]])
  }

  /// Nothing small, nothing to learn.
  @Test func whatGivesNothingAwayIsShown() {
    let before = told([key("association=adds"): 12, key("association=die"): 20], hidden: [:])
    let choice = chosen(Disclosure(published: [before], upcoming: [told([key(""): 32, key("", .mois): 9])]))
    #expect(choice.disclosed.isEmpty)
    #expect(choice.marks[month] == [:])
  }

  /// What was given away before is no reason to hide more.
  @Test func whatCannotBeHeldHidesNothing() {
    let adds = key("association=adds")
    let before = told([adds: 3, key("association=die"): 20, key(""): 23], hidden: [adds: .C])
    let choice = chosen(Disclosure(published: [before], upcoming: [told([key(""): 23, key("", .mois): 9])]))
    #expect(choice.disclosed.isEmpty)
    #expect(choice.marks[month] == [:])
  }
}
