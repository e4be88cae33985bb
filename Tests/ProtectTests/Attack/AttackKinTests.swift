import Domain
import Testing

@testable import Protect

/// Each kind of equation, by what it alone gives away. k is 5.
struct AttackKinTests {
  private func may() -> Told { Told("2022-05") }

  @Test func kindsOfExitsAddUp() {
    let told = may().with("dynamiques", .mois, ["": .shown(20)]).with("durables", .mois, ["": .shown(9)])
      .with("transition", .mois, ["": .shown(8)])
    #expect(
      attacked(upcoming: [told.with("positives", .mois, ["": .few(3)])]) == [
        "narrow 2022-05 positives mois [3, 3]", "exact 2022-05 positives mois [3, 3]",
      ])
    // Of all exits others may be left: no more than 23 − 9 − 8.
    let all = may().with("sorties", .mois, ["": .shown(20)]).with("durables", .mois, ["": .shown(9)])
      .with("transition", .mois, ["": .shown(8)]).with("positives", .mois, ["": .few(3)])
    #expect(attacked(upcoming: [all]) == ["narrow 2022-05 positives mois [0, 3]"])
  }

  @Test func partsAndWholes() {
    let told = may().with("beneficiaires", .mois, ["": .few(4)])
    #expect(attacked(upcoming: [told]) == [])
    #expect(
      attacked(upcoming: [may().with("beneficiaires", .mois, ["": .shown(4)]).with("rsa", .mois, ["": .few(2)])]) == [
        "narrow 2022-05 rsa mois [0, 4]"
      ])
    // Half of them in a cell of a wider headcount.
    #expect(
      attacked(upcoming: [
        may().with("rsa", .mois, ["association=a": .few(2), "": .shown(9)])
          .with("beneficiaires", .mois, ["association=a": .shown(4)])
      ]).contains("narrow 2022-05 rsa mois association=a [0, 4]"))
  }

  @Test func agesThatExcludeEachOther() {
    let told = may().with("beneficiaires", .mois, ["": .shown(12)]).with("jeunes", .mois, ["": .shown(9)])
      .with("aines", .mois, ["": .few(2)])
    #expect(attacked(upcoming: [told]) == ["narrow 2022-05 aines mois [0, 3]"])
  }

  /// Somebody has two paths, and is young in one and old in the other: then nobody may count on it.
  @Test func whatDoesNotHoldIsNotUsed() {
    let told = may().with("beneficiaires", .mois, ["": .shown(10)]).with("jeunes", .mois, ["": .shown(9)])
      .with("aines", .mois, ["": .few(2)])
    #expect(attacked(upcoming: [told]) == [])
  }

  @Test func womenAreTheCellOfTheirSex() {
    let told = may().with("femmes", .mois, ["": .shown(3)]).with("beneficiaires", .mois, ["sexe=f": .few(3)])
    #expect(
      attacked(upcoming: [told]) == [
        "narrow 2022-05 beneficiaires mois sexe=f [3, 3]", "exact 2022-05 beneficiaires mois sexe=f [3, 3]",
      ])
  }

  @Test func personsAreAtMostTheSumAndAtLeastTheLargest() {
    func told(_ total: Told.Cell, _ a: Told.Cell, _ b: Told.Cell) -> Told {
      may().with(
        "beneficiaires", .mois, ["": total, "association=a": a, "association=b": b, "association=c": .shown(0)])
    }
    #expect(
      attacked(upcoming: [told(.shown(12), .shown(9), .few(4))], k: 9) == ["exact"].filter { _ in false },
      "b is between 3 and 12")
    #expect(
      attacked(upcoming: [told(.shown(12), .shown(9), .few(4))], k: 10) == [
        "narrow 2022-05 beneficiaires mois association=b [3, 12]"
      ])
    #expect(
      attacked(upcoming: [told(.other(12), .shown(9), .shown(3))]) == ["narrow 2022-05 beneficiaires mois [9, 12]"])
  }

  @Test func associationsOfPathsAddUp() {
    let told = may().with(
      "entrees", .mois,
      ["": .shown(12), "association=a": .shown(10), "association=b": .few(2), "association=c": .shown(0)])
    #expect(
      attacked(upcoming: [told]) == [
        "narrow 2022-05 entrees mois association=b [2, 2]", "exact 2022-05 entrees mois association=b [2, 2]",
      ])
  }

  /// Rows with a blank stand in no cell: less than all is what is known.
  @Test func cellsWithABlank() {
    let told = may().with("sorties", .mois, ["": .shown(9), "dispositif=aci": .shown(5), "dispositif=ei": .few(2)])
    #expect(attacked(upcoming: [told]) == ["narrow 2022-05 sorties mois dispositif=ei [0, 4]"])
  }

  @Test func axesOfEmployeesCoverThem() {
    func told(_ x: Told.Cell) -> Told { may().with("effectif", .mois, ["": .shown(9), "axe=x": x, "axe=y": .few(3)]) }
    // Somebody works on both.
    #expect(attacked(upcoming: [told(.shown(8))]) == [])
    #expect(attacked(upcoming: [told(.shown(8))], k: 9) == ["narrow 2022-05 effectif mois axe=y [1, 9]"])
  }

  @Test func pairsToEitherDimensionAndToTheTotal() {
    let pairs = may().with(
      "entrees", .mois,
      [
        "": .shown(20), "axe=x association=a": .few(2), "axe=x association=b": .shown(10),
        "axe=y association=a": .shown(8),
      ])
    #expect(attacked(upcoming: [pairs]).contains("narrow 2022-05 entrees mois axe=x association=a [2, 2]"))
    let one = may().with(
      "entrees", .mois,
      [
        "axe=x": .shown(12), "axe=x association=a": .few(2), "axe=x association=b": .shown(10),
        "axe=y association=a": .other(8),
      ])
    #expect(attacked(upcoming: [one]).contains("narrow 2022-05 entrees mois axe=x association=a [2, 2]"))
    let other = may().with(
      "entrees", .mois, ["association=a": .shown(10), "axe=x association=a": .few(2), "axe=y association=a": .shown(8)])
    #expect(attacked(upcoming: [other]).contains("narrow 2022-05 entrees mois axe=x association=a [2, 2]"))
  }

  // MARK: Rates

  @Test func aRateTellsBothOfItsNumbers() {
    let told = may().with("rsa", .mois, ["": .few(3)]).with("part_rsa", .mois, "", .shown(3), over: 20)
    #expect(
      attacked(upcoming: [told]) == ["narrow 2022-05 rsa mois [3, 3]", "exact 2022-05 rsa mois [3, 3]"])
  }

  /// A row that two indicators tell is one row of the sum.
  @Test func aCountAndTheRateOverIt() {
    let told = may().with(
      "effectif", .mois,
      ["": .shown(13), "association=a": .shown(10), "association=b": .few(3), "association=c": .shown(0)]
    ).with("part_cdi", .mois, "association=a", .shown(5), over: 10).with(
      "part_cdi", .mois, "association=b", .few(3), over: 3)
    #expect(attacked(upcoming: [told]).contains("narrow 2022-05 effectif mois association=b [3, 3]"))
  }

  /// No indicator counts them, but a rate does.
  @Test func permanentEmployeesAreEmployees() {
    let told = may().with("effectif", .mois, ["": .other(7)]).with("part_cdi", .mois, "", .shown(5), over: 7)
    #expect(attacked(upcoming: [told]) == ["narrow 2022-05 effectif mois [7, 7]"])
    let hidden = may().with("effectif", .mois, ["": .shown(4)]).with("part_cdi", .mois, "", .few(2), over: 4)
    #expect(
      attacked(upcoming: [hidden]) == [
        "narrow 2022-05 part_cdi mois numerator [0, 4]", "narrow 2022-05 part_cdi mois denominator [4, 4]",
        "narrow 2022-05 part_cdi mois difference [0, 4]", "exact 2022-05 part_cdi mois denominator [4, 4]",
      ])
  }

  @Test func aRateOfWhichNothingIsSmallHasNoSecret() {
    let told = may().with("effectif", .mois, ["": .shown(20)]).with("part_cdi", .mois, "", .other(10), over: 20)
    #expect(attacked(upcoming: [told]) == [])
  }

  @Test func differencesAndSums() {
    let told = may().with("entrees", .mois, ["": .shown(9)]).with("sorties", .mois, ["": .few(3)])
    #expect(attacked(upcoming: [told]) == [])
    for (name, value) in [("solde", 6), ("mouvements", 12)] {
      #expect(
        attacked(upcoming: [told.with(name, .mois, ["": .shown(value)])]) == [
          "narrow 2022-05 sorties mois [3, 3]", "exact 2022-05 sorties mois [3, 3]",
        ])
    }
    // Of a hidden one the small part is the secret.
    let hidden = may().with("entrees", .mois, ["": .shown(9)]).with("sorties", .mois, ["": .shown(3)])
      .with("solde", .mois, ["": .few(6)])
    #expect(
      attacked(upcoming: [hidden]) == ["narrow 2022-05 solde mois [3, 3]", "exact 2022-05 solde mois [3, 3]"])
  }

  @Test func aDifferenceOfRatesIsTakenToTellItsCounts() {
    let told = may().with("sorties", .mois, ["": .other(9)]).with("ecart", .mois, ["": .shown(2)])
    #expect(attacked(upcoming: [told]) == ["narrow 2022-05 sorties mois [9, 9]"])
  }

  // MARK: Marks

  @Test func whoKnowsTheMarksKnowsMore() {
    // 3 + 17 = 20: 3 lies between 0 and 20, and is 1 to 4.
    func told(_ b: Told.Cell) -> Told {
      may().with(
        "entrees", .mois, ["": .shown(20), "association=a": .few(3), "association=b": b, "association=c": .shown(0)])
    }
    #expect(attacked(upcoming: [told(.other(17))]) == [])
    // 4 + 1, both marked C: 1 + 4 as well. Both of one: exact.
    func few(_ a: Int, _ b: Int) -> Told {
      may().with(
        "entrees", .mois,
        ["": .shown(a + b), "association=a": .few(a), "association=b": .few(b), "association=c": .shown(0)])
    }
    #expect(attacked(upcoming: [few(4, 1)]) == [])
    #expect(
      attacked(upcoming: [few(4, 4)]) == [
        "exact 2022-05 entrees mois association=a [4, 4]", "exact 2022-05 entrees mois association=b [4, 4]",
      ])
    // Marked D though it is small: it says nothing.
    let said = may().with(
      "entrees", .mois,
      ["": .shown(8), "association=a": .few(4), "association=b": .other(4), "association=c": .shown(0)])
    #expect(attacked(upcoming: [said]) == [])
  }

  /// D is none, or at least 5. Who knew which would find the 4: c is 5 in x and none in y, so b is none.
  @Test func onWhichSideADStandsNobodyKnows() {
    func told(_ inY: Told.Cell) -> Told {
      may().with(
        "entrees", .mois,
        [
          "axe=x": .shown(9), "association=c": .shown(5), "axe=x association=a": .few(4),
          "axe=x association=b": .other(0),
          "axe=x association=c": .other(5), "axe=y association=c": inY,
        ])
    }
    #expect(attacked(upcoming: [told(.other(0))]) == [])
    #expect(attacked(upcoming: [told(.shown(0))]).contains("exact 2022-05 entrees mois axe=x association=a [4, 4]"))
  }

  @Test func sensitiveCountsHaveTheirOwnWidth() {
    func told(_ k: Told.Cell) -> Told {
      may().with("beneficiaires", .mois, ["": .shown(10)]).with("rqth", .mois, ["": k])
    }
    #expect(attacked(upcoming: [told(.few(6))]) == ["narrow 2022-05 rqth mois [0, 10]"])
    #expect(
      attacked(upcoming: [may().with("beneficiaires", .mois, ["": .shown(11)]).with("rqth", .mois, ["": .few(6)])])
        == [])
  }
}
