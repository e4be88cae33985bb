import Domain
import Testing

@testable import Protect

/// The vectors of design 6, worked by hand. k is 5.
struct AttackTests {
  /// Employees of three associations by sex: a 3 + 12, b 14 + 20, c 7 + 9.
  private func table(
    _ af: Told.Cell, _ ah: Told.Cell = .shown(12), _ bf: Told.Cell = .shown(14), _ bh: Told.Cell = .shown(20)
  ) -> Told {
    Told("2022-05")
      .with(
        "effectif", .mois,
        [
          "": .shown(65), "association=a": .shown(15), "association=b": .shown(34), "association=c": .shown(16),
          "sexe=f": .shown(24), "sexe=h": .shown(41), "sexe=x": .shown(0), "sexe=inconnu": .shown(0),
          "association=a sexe=f": af, "association=a sexe=h": ah, "association=b sexe=f": bf,
          "association=b sexe=h": bh, "association=c sexe=f": .shown(7), "association=c sexe=h": .shown(9),
        ])
  }

  @Test func aCellAloneInItsTable() {
    #expect(
      attacked(upcoming: [table(.few(3))]) == [
        "narrow 2022-05 effectif mois association=a sexe=f [3, 3]",
        "exact 2022-05 effectif mois association=a sexe=f [3, 3]",
      ])
  }

  @Test func aCycleOfTwoRowsAndTwoColumns() {
    #expect(attacked(upcoming: [table(.few(3), .other(12), .other(14), .other(20))]) == [])
    // It lies in [0, 15]: wide enough for 15, not for 16.
    #expect(
      attacked(upcoming: [table(.few(3), .other(12), .other(14), .other(20))], k: 15).filter { $0.hasPrefix("narrow") }
        == [])
    #expect(
      attacked(upcoming: [table(.few(3), .other(12), .other(14), .other(20))], k: 16).contains(
        "narrow 2022-05 effectif mois association=a sexe=f [0, 15]"))
  }

  @Test func anotherFunderPrintsOneOfThem() {
    let found = attacked(upcoming: [table(.few(3), .other(12), .shown(14), .other(20))])
    #expect(found.contains("narrow 2022-05 effectif mois association=a sexe=f [3, 3]"))
    #expect(found.contains("narrow 2022-05 effectif mois association=a sexe=h [12, 12]"))
    #expect(found.contains("narrow 2022-05 effectif mois association=b sexe=h [20, 20]"))
    #expect(found.count == 4)
  }

  @Test func theMonthBetweenTwoYears() {
    let march = Told("2022-03").with("sorties", .annee, ["": .shown(12)])
    func april(_ year: Told.Cell) -> Told {
      Told("2022-04").with("sorties", .mois, ["": .few(3)]).with("sorties", .annee, ["": year])
    }
    #expect(
      attacked([march], upcoming: [april(.shown(15))]) == [
        "narrow 2022-04 sorties mois [3, 3]", "exact 2022-04 sorties mois [3, 3]",
      ])
    #expect(attacked([march], upcoming: [april(.other(15))]) == [])
    let hidden = Told("2022-03").with("sorties", .annee, ["": .other(12)])
    #expect(attacked([hidden], upcoming: [april(.shown(15))]) == [])
  }

  @Test func aRateBesideItsParts() {
    func told(_ all: Told.Cell, _ some: Told.Cell) -> Told {
      Told("2022-05").with("sorties", .annee, ["": all]).with("dynamiques", .annee, ["": some])
        .with("taux", .annee, "", .few(5), over: 6)
    }
    #expect(
      attacked(upcoming: [told(.shown(6), .shown(5))]) == [
        "narrow 2022-05 taux annee difference [1, 1]", "exact 2022-05 taux annee difference [1, 1]",
      ])
    #expect(attacked(upcoming: [told(.other(6), .shown(5))]) == [])
    #expect(
      attacked(upcoming: [told(.shown(6), .other(5))]) == ["exact 2022-05 taux annee difference [1, 1]"],
      "dynamiques is at least 5, and 6 less what is between is at most 5")
  }

  @Test func twoSexesMakeAll() {
    func told(_ men: Told.Cell) -> Told {
      Told("2022-05").with(
        "beneficiaires", .mois,
        ["": .shown(13), "sexe=f": .few(4), "sexe=h": men, "sexe=x": .shown(0), "sexe=inconnu": .shown(0)])
    }
    #expect(
      attacked(upcoming: [told(.shown(9))]) == [
        "narrow 2022-05 beneficiaires mois sexe=f [4, 4]", "exact 2022-05 beneficiaires mois sexe=f [4, 4]",
      ])
    #expect(attacked(upcoming: [told(.other(9))]) == [])
  }

  @Test func aCorrectedEdition() {
    let first = Told("2022-05").with("rsa", .annee, ["": .shown(7)])
    #expect(attacked([first], upcoming: [Told("2022-05").with("rsa", .annee, ["": .other(8)])]) == [])
    // What did not change was told before: hiding it now gives nothing away.
    #expect(attacked([first], upcoming: [Told("2022-05").with("rsa", .annee, ["": .other(7)])]) == [])
  }
}
