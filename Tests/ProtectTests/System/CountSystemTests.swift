import Domain
import Testing

@testable import Protect

/// Relations of one edition.
struct CountSystemTests {
  private func relations(
    _ cells: (String, Horizon, String, Int)..., month: String = "2022-03", start: String = "2021-07"
  ) -> Set<String> {
    SystemOf.words(
      SystemOf.figures(
        [(month, cells.map { Small.count(Small.key($0.0, $0.1, $0.2), $0.3) })], start: start))
  }

  @Test func membersAddUp() {
    #expect(
      relations(
        ("sorties", .mois, "dispositif=aci", 3), ("sorties", .mois, "dispositif=ei", 4), ("sorties", .mois, "", 7))
        == ["03 sorties mois dispositif=aci:3 + 03 sorties mois dispositif=ei:4 = 03 sorties mois:7"])
  }

  /// Rows with a blank stand in no member.
  @Test func blanks() {
    #expect(
      relations(
        ("sorties", .mois, "dispositif=aci", 3), ("sorties", .mois, "dispositif=ei", 4), ("sorties", .mois, "", 9))
        == ["03 sorties mois dispositif=aci:3 + 03 sorties mois dispositif=ei:4 ≤ 03 sorties mois:9"])
  }

  /// A person may be in two associations, not in two sexes (unless its rows disagree).
  @Test func membersCover() {
    #expect(
      relations(
        ("beneficiaires", .mois, "association=a", 3), ("beneficiaires", .mois, "association=b", 4),
        ("beneficiaires", .mois, "", 6))
        == [
          "03 beneficiaires mois association=a:3 ≤ 03 beneficiaires mois:6",
          "03 beneficiaires mois association=b:4 ≤ 03 beneficiaires mois:6",
          "03 beneficiaires mois:6 ≤ 03 beneficiaires mois association=a:3 + 03 beneficiaires mois association=b:4",
        ])
    #expect(
      relations(("effectif", .mois, "sexe=f", 3), ("effectif", .mois, "sexe=h", 4), ("effectif", .mois, "", 7))
        == ["03 effectif mois sexe=f:3 + 03 effectif mois sexe=h:4 = 03 effectif mois:7"])
    #expect(
      relations(("effectif", .mois, "sexe=f", 4), ("effectif", .mois, "sexe=h", 4), ("effectif", .mois, "", 7))
        .contains(
          "03 effectif mois:7 ≤ 03 effectif mois sexe=f:4 + 03 effectif mois sexe=h:4"))
  }

  /// To each of its margins, and to the whole.
  @Test func pairs() {
    let found = relations(
      ("effectif", .mois, "association=a sexe=f", 3), ("effectif", .mois, "association=b sexe=f", 2),
      ("effectif", .mois, "association=a", 3), ("effectif", .mois, "sexe=f", 5), ("effectif", .mois, "", 5))
    #expect(
      found == [
        "03 effectif mois association=a sexe=f:3 = 03 effectif mois association=a:3",
        "03 effectif mois association=a sexe=f:3 + 03 effectif mois association=b sexe=f:2 = 03 effectif mois sexe=f:5",
        "03 effectif mois association=a sexe=f:3 + 03 effectif mois association=b sexe=f:2 = 03 effectif mois:5",
        "03 effectif mois association=a:3 ≤ 03 effectif mois:5", "03 effectif mois sexe=f:5 = 03 effectif mois:5",
      ])
  }

  @Test func horizons() {
    #expect(
      relations(("beneficiaires", .mois, "", 3), ("beneficiaires", .annee, "", 5), ("beneficiaires", .programme, "", 8))
        == [
          "03 beneficiaires mois:3 ≤ 03 beneficiaires annee:5",
          "03 beneficiaires mois:3 ≤ 03 beneficiaires programme:8",
          "03 beneficiaires annee:5 ≤ 03 beneficiaires programme:8",
        ])
    // Employees are of the month.
    #expect(relations(("effectif", .mois, "", 3), ("effectif", .annee, "", 5)).isEmpty)
  }

  /// The first month is the year's, and in the first year the year is the programme's.
  @Test(
    arguments: [
      ("2022-01", "2021-07", "01 sorties annee:5 = 01 sorties mois:5"),
      ("2021-07", "2021-07", "07 sorties annee:5 = 07 sorties mois:5"),
      ("2021-09", "2021-07", "09 sorties annee:5 = 09 sorties programme:5"),
      ("2021-09", "2021-01", "09 sorties annee:5 = 09 sorties programme:5"),
    ])
  func startsOfYears(month: String, start: String, expected: String) {
    #expect(
      relations(
        ("sorties", .mois, "", 5), ("sorties", .annee, "", 5), ("sorties", .programme, "", 5), month: month,
        start: start
      ).contains(expected))
  }

  @Test func partsAndKinds() {
    let found = relations(
      ("durables", .annee, "", 2), ("transition", .annee, "", 1), ("positives", .annee, "", 3),
      ("dynamiques", .annee, "", 6),
      ("sorties", .annee, "", 8))
    #expect(
      found.contains("03 durables annee:2 + 03 positives annee:3 + 03 transition annee:1 = 03 dynamiques annee:6"))
    #expect(found.contains("03 dynamiques annee:6 ≤ 03 sorties annee:8"))
    #expect(found.contains("03 durables annee:2 + 03 positives annee:3 + 03 transition annee:1 ≤ 03 sorties annee:8"))
    // One of them not printed: no more than parts.
    let less = relations(("durables", .annee, "", 2), ("positives", .annee, "", 3), ("dynamiques", .annee, "", 6))
    #expect(less.contains("03 durables annee:2 + 03 positives annee:3 ≤ 03 dynamiques annee:6"))
    #expect(!less.contains { $0.contains("=") && $0.contains(" = ") })
  }

  @Test func womenTwice() {
    #expect(
      relations(("femmes", .annee, "", 4), ("beneficiaires", .annee, "sexe=f", 4)).contains(
        "03 beneficiaires annee sexe=f:4 = 03 femmes annee:4"))
  }

  /// Those whose sexe is known, and the row of those of whom it is not.
  @Test func whoseSexeIsKnown() {
    let cells = [("f", 4), ("h", 9), ("x", 0), ("inconnu", 2)].map {
      Small.count(Small.key("beneficiaires", .annee, "sexe=\($0)"), $1)
    }
    let found = SystemOf.words(
      SystemOf.figures([
        (
          "2022-03",
          cells + [
            Small.count(Small.key("beneficiaires", .annee), 15), Small.rate(Small.key("part_femmes", .annee), 4, 13),
          ]
        )
      ]))
    #expect(
      found.contains {
        $0.hasPrefix("03 #") && $0.hasSuffix(":13 + 03 beneficiaires annee sexe=inconnu:2 = 03 beneficiaires annee:15")
      })
    #expect(found.contains { $0.hasPrefix("03 #") && $0.contains("sexe=f:4 + ") && !$0.contains("inconnu") })
  }

  @Test func differencesOfCounts() {
    let found = relations(("entrees", .mois, "", 9), ("sorties", .mois, "", 4), ("solde", .mois, "", 5))
    #expect(found == ["03 entrees mois:9 = 03 solde mois:5 + 03 sorties mois:4"])
    // Without one of its parts it tells nothing.
    #expect(relations(("entrees", .mois, "", 9), ("solde", .mois, "", 5)).isEmpty)
  }

  /// What is not true of the numbers would mislead whoever believed it.
  @Test func whatIsNotTrueIsLeftOut() {
    #expect(relations(("femmes", .mois, "", 9), ("beneficiaires", .mois, "", 4)).isEmpty)
    #expect(relations(("beneficiaires", .mois, "", 9), ("beneficiaires", .annee, "", 4)).isEmpty)
    #expect(relations(("beneficiaires", .mois, "sexe=f", 9), ("femmes", .mois, "", 8)).isEmpty)
  }

  /// Of what nobody prints nothing is said; a month stands between two years' numbers though.
  @Test func whatNobodyPrints() {
    let figures = [
      Small.count(Small.key("sorties"), 3), Small.count(Small.key("sorties", .annee), 5),
      Small.count(Small.key("durables"), 2),
      Small.count(Small.key("beneficiaires"), 8), Small.count(Small.key("sorties", .annee, "dispositif=aci"), 5),
    ]
    let march = Month("2022-03")!
    let system = CountSystem(
      [
        Publication(
          month: march, figures: Figures(month: march, figures), printed: [Small.key("sorties", .annee)], hidden: [:])
      ], Small.catalogue, start: Month("2021-07")!)
    #expect(SystemOf.words(system) == ["03 sorties mois:3 ≤ 03 sorties annee:5"])
    #expect(system.unknowns.count == 2)
  }

  /// A number without a value is none.
  @Test func missingOnes() {
    let missing = Figure(
      indicator: "sorties", horizon: .mois, cell: .total, value: nil, status: .M, reason: .aucunFichier)
    #expect(SystemOf.figures([("2022-03", [missing])]).unknowns.isEmpty)
  }
}
