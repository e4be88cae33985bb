import Domain
import Testing

@testable import Protect

/// Nobody is more than one full-time equivalent: what is shown of them bounds the employees that are hidden. k is 5.
struct FullTimeTests {
  private func told(
    _ employees: Int, _ hundredths: Int?, of indicator: String = "etp", in cell: String = "association=a"
  )
    -> Told
  {
    let told = Told("2022-05").with(
      "effectif", .mois,
      ["": .other(60), "association=a": .few(employees), "association=b": .other(30), "association=c": .other(26)])
    return hundredths.map { told.withFullTime(cell, $0, indicator) } ?? told
  }

  @Test func threeAndAFewTenthsAreFour() {
    #expect(attacked(upcoming: [told(4, nil)]) == [])
    #expect(attacked(upcoming: [told(4, 300)]) == [], "3 or 4")
    #expect(attacked(upcoming: [told(4, 301)]) == ["exact 2022-05 effectif mois association=a [4, 4]"])
    #expect(attacked(upcoming: [told(4, 400)]) == ["exact 2022-05 effectif mois association=a [4, 4]"])
    #expect(attacked(upcoming: [told(3, 250)]) == [])
  }

  /// Those on one kind of contract are among all of them; those of a cell in no other.
  @Test func partsBoundTheirWholes() {
    #expect(attacked(upcoming: [told(4, 330, of: "etp_cdi")]) == ["exact 2022-05 effectif mois association=a [4, 4]"])
    #expect(attacked(upcoming: [told(4, 330, in: "association=b")]) == [])
    // All of them say nothing of those on one kind of contract.
    let contracts = Told("2022-05").with("part_cdi", .mois, "association=a", .few(4), over: 20)
    #expect(attacked(upcoming: [contracts.withFullTime("association=a", 330)]) == [])
    #expect(
      attacked(upcoming: [contracts.withFullTime("association=a", 330, "etp_cdi")])
        == ["exact 2022-05 part_cdi mois association=a numerator [4, 4]"])
  }

  /// Somebody works for more than one: then nobody may count on it.
  @Test func whatIsNotTrueIsNotUsed() { #expect(attacked(upcoming: [told(4, 450)]) == []) }

  /// What was told before is known in any case.
  @Test func whatWasToldBeforeIsNoFinding() {
    #expect(attacked([told(4, 330)], upcoming: [told(4, 330)]) == [])
  }

  /// The mark says less: then it is 4 or more.
  @Test(arguments: [(4, 330), (4, 400), (3, 201)]) func theChoiceHidesTheMark(_ employees: Int, _ hundredths: Int) {
    var definitions = Asked.definitions
    definitions.programme.confidentiality.personsThreshold = 5
    let plain = Told("2022-05").with(
      "effectif", .mois,
      [
        "": .shown(60), "association=a": .shown(employees), "association=b": .shown(30),
        "association=c": .shown(30 - employees),
      ])
    let publication = plain.withFullTime("association=a", hundredths).publication
    let suppressed = suppress(Disclosure(published: [], upcoming: [publication]), under: definitions)
    let month = Month("2022-05")!
    let marks = marks(
      of: publication.figures, hidden: suppressed.hidden[month] ?? [], unmarked: suppressed.unmarked[month] ?? [],
      under: definitions.programme.confidentiality, definitions.catalogue)
    #expect(attack([], upcoming: [publication.hiding(marks)], under: definitions) == [])
    let small = Figures.Key("effectif", .mois, Cell(text: "association=a")!)
    // From 3 to 4 there are two of them.
    #expect(suppressed.unmarked[month]?.contains(small) == (hundredths > 300 ? true : nil))
    #expect(marks[small] != nil)
  }
}
