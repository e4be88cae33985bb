import Domain
import Testing

@testable import Protect

/// What one month gives away of another. k is 5.
struct AttackMonthsTests {
  private func told(_ month: String, _ indicator: String, _ horizon: Horizon, _ cell: Told.Cell) -> Told {
    Told(month).with(indicator, horizon, ["": cell])
  }

  @Test func theProgrammeGrowsByTheMonth() {
    let found = attacked(
      [told("2022-03", "entrees", .programme, .shown(30))],
      upcoming: [
        told("2022-04", "entrees", .programme, .shown(32)).with("entrees", .mois, ["": .few(2)])
      ])
    #expect(found == ["narrow 2022-04 entrees mois [2, 2]", "exact 2022-04 entrees mois [2, 2]"])
  }

  /// Kinds of exits in a month that nobody prints: the year's grew by at most what all exits grew by.
  @Test func aMonthThatNobodyPrints() {
    let march = told("2022-03", "sorties", .annee, .shown(12)).with("durables", .annee, ["": .shown(6)])
    let april = told("2022-04", "sorties", .annee, .shown(15)).with("durables", .annee, ["": .other(8)])
    #expect(attacked([march], upcoming: [april]) == ["narrow 2022-04 durables annee [6, 9]"])
    // A month between was never published.
    let may = told("2022-05", "sorties", .annee, .shown(15)).with("durables", .annee, ["": .other(8)])
    #expect(attacked([march], upcoming: [may]) == ["narrow 2022-05 durables annee [6, 9]"])
  }

  @Test func inJanuaryTheYearIsTheMonth() {
    let january = told("2022-01", "entrees", .mois, .few(3)).with("entrees", .annee, ["": .shown(3)])
    #expect(
      attacked(upcoming: [january]) == ["narrow 2022-01 entrees mois [3, 3]", "exact 2022-01 entrees mois [3, 3]"])
    // December's year says nothing of it.
    #expect(
      attacked(
        [told("2021-12", "entrees", .annee, .shown(40))], upcoming: [told("2022-01", "entrees", .annee, .few(3))]) == []
    )
  }

  @Test func inTheFirstYearTheProgrammeIsTheYear() {
    let found = attacked(upcoming: [
      told("2021-09", "entrees", .annee, .few(3)).with("entrees", .programme, ["": .shown(3)])
    ])
    #expect(found == ["narrow 2021-09 entrees annee [3, 3]", "exact 2021-09 entrees annee [3, 3]"])
    let later = attacked(upcoming: [
      told("2022-01", "entrees", .annee, .few(3)).with("entrees", .programme, ["": .shown(8)])
    ])
    #expect(later == [])
  }

  @Test func theProgrammeIsDecemberAndTheYear() {
    let december = told("2021-12", "entrees", .programme, .shown(30))
    let march = told("2022-03", "entrees", .programme, .shown(34)).with("entrees", .annee, ["": .few(4)])
    #expect(
      attacked([december], upcoming: [march]) == [
        "narrow 2022-03 entrees annee [4, 4]", "exact 2022-03 entrees annee [4, 4]",
      ])
  }

  @Test func personsGrowByEntriesAtMost() {
    let march = told("2022-03", "beneficiaires", .annee, .shown(20))
    func april(_ entries: Int) -> Told {
      told("2022-04", "beneficiaires", .annee, .other(22)).with("entrees", .mois, ["": .shown(entries)])
    }
    #expect(attacked([march], upcoming: [april(4)]) == ["narrow 2022-04 beneficiaires annee [20, 24]"])
    #expect(attacked([march], upcoming: [april(5)]) == [])
    // A correction brought in persons without an entry: nobody may count on it.
    #expect(attacked([march], upcoming: [april(1)]) == [])
  }

  @Test func whoIsThereWasThereOrEntered() {
    let march = told("2022-03", "beneficiaires", .mois, .shown(2))
    let april = told("2022-04", "beneficiaires", .mois, .few(3)).with("entrees", .mois, ["": .shown(2)])
    #expect(attacked([march], upcoming: [april]) == ["narrow 2022-04 beneficiaires mois [0, 4]"])
    let may = told("2022-05", "beneficiaires", .mois, .few(3)).with("entrees", .mois, ["": .shown(2)])
    #expect(attacked([march], upcoming: [may]) == [], "of April nothing is known")
  }

  @Test func personsOfTheYearAreThoseOfBeforeAndOfTheMonth() {
    let march = told("2022-03", "beneficiaires", .annee, .shown(20))
    let april = told("2022-04", "beneficiaires", .annee, .other(22)).with("beneficiaires", .mois, ["": .shown(4)])
    #expect(attacked([march], upcoming: [april]) == ["narrow 2022-04 beneficiaires annee [20, 24]"])
  }

  @Test func personsAreMonotone() {
    let shown = told("2022-03", "beneficiaires", .annee, .shown(20))
    let hidden = told("2022-04", "beneficiaires", .annee, .other(22))
    #expect(
      attacked([shown, hidden], upcoming: [told("2022-05", "beneficiaires", .annee, .shown(23))]) == [
        "narrow 2022-04 beneficiaires annee [20, 23]"
      ])
    let month = told("2022-05", "beneficiaires", .mois, .shown(8)).with("beneficiaires", .annee, ["": .other(10)])
      .with("beneficiaires", .programme, ["": .shown(11)])
    #expect(attacked(upcoming: [month]) == ["narrow 2022-05 beneficiaires annee [8, 11]"])
  }

  @Test func employeesOfEachMonthStandForThemselves() {
    #expect(
      attacked([told("2022-03", "effectif", .mois, .shown(3))], upcoming: [told("2022-04", "effectif", .mois, .few(3))])
        == [])
  }

  // MARK: Editions

  @Test func whatIsUnchangedIsTheSame() {
    // March was hidden in the first edition; the second one, hidden as well, stands beside what tells it.
    let first = told("2022-03", "entrees", .mois, .few(3))
    #expect(
      attacked([first], upcoming: [told("2022-03", "entrees", .mois, .shown(3))]).first
        == "narrow 2022-03 entrees mois [3, 3]")
    // Another number is another unknown.
    #expect(attacked([first], upcoming: [told("2022-03", "entrees", .mois, .shown(9))]) == [])
  }

  @Test func whatIsNotToldAnewIsAsItWas() {
    let first = Told("2022-03").with(
      "entrees", .mois,
      ["": .shown(20), "association=a": .shown(10), "association=b": .few(4), "association=c": .other(6)])
    let told = Told("2022-03").with("entrees", .mois, ["association=c": .shown(6)])
    #expect(
      attacked([first], upcoming: [told]).contains("narrow 2022-03 entrees mois association=b [4, 4]"))
  }

  /// The register was changed between the editions: March and the month are no longer April.
  @Test func anEquationThatACorrectionMadeFalse() {
    let march = told("2022-03", "sorties", .annee, .shown(12))
    let april = told("2022-04", "sorties", .annee, .shown(14)).with("sorties", .mois, ["": .few(3)])
    #expect(attacked([march], upcoming: [april]) == [])
    // With the corrected March beside it.
    let corrected = told("2022-03", "sorties", .annee, .shown(11))
    #expect(attacked([march], upcoming: [corrected, april]).contains("narrow 2022-04 sorties mois [3, 3]"))
  }

  // MARK: Given away before

  @Test func whatWasGivenAwayIsNotToldAgain() {
    let march = told("2022-03", "sorties", .annee, .shown(12))
    let april = told("2022-04", "sorties", .annee, .shown(15)).with("sorties", .mois, ["": .few(3)])
    #expect(attacked([march, april], upcoming: [told("2022-05", "sorties", .annee, .shown(30))]) == [])
    #expect(attacked([march, april], upcoming: [told("2022-04", "sorties", .mois, .few(3))]) == [])
  }

  @Test func whatWasNarrowAndIsNarrowerIsTold() {
    let march = told("2022-03", "beneficiaires", .annee, .shown(20))
    let april = told("2022-04", "beneficiaires", .annee, .other(22)).with("entrees", .mois, ["": .shown(4)])
    let may = told("2022-05", "beneficiaires", .annee, .shown(24))
    #expect(attacked([march, april], upcoming: [may]) == [], "it says no more than was known")
    #expect(
      attacked([march, april], upcoming: [told("2022-05", "beneficiaires", .annee, .shown(23))]) == [
        "narrow 2022-04 beneficiaires annee [20, 23]"
      ])
  }

  @Test func nothingUpcomingNothingFound() {
    #expect(attacked(upcoming: [told("2022-03", "sorties", .annee, .unprinted(3))]) == [])
    #expect(attacked(upcoming: []) == [])
  }
}
