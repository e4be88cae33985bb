import Domain
import Testing

@testable import Protect

/// Relations of editions to each other.
struct CountSystemMonthsTests {
  private typealias Edition = (String, [(String, Horizon, String, Int)])

  private func relations(_ editions: Edition..., start: String = "2021-07") -> Set<String> {
    SystemOf.words(
      SystemOf.figures(
        editions.map { month, cells in (month, cells.map { Small.count(Small.key($0.0, $0.1, $0.2), $0.3) }) },
        start: start))
  }

  /// A year up to a month is the year up to the month before, and the month.
  @Test(arguments: [Horizon.annee, .programme]) func aMonthsGain(horizon: Horizon) {
    let found = relations(
      ("2022-03", [("sorties", horizon, "", 5)]), ("2022-04", [("sorties", horizon, "", 8), ("sorties", .mois, "", 3)]))
    #expect(found.contains("03 sorties \(horizon.id):5 + 04 sorties mois:3 = 04 sorties \(horizon.id):8"))
    #expect(found.contains("03 sorties \(horizon.id):5 ≤ 04 sorties \(horizon.id):8"))
  }

  @Test func cellsGainLikeTotals() {
    let cell = "dispositif=aci"
    #expect(
      relations(
        ("2022-03", [("sorties", .annee, cell, 5)]),
        ("2022-04", [("sorties", .annee, cell, 8), ("sorties", .mois, cell, 3)])
      ).contains(
        "03 sorties annee dispositif=aci:5 + 04 sorties mois dispositif=aci:3 = 04 sorties annee dispositif=aci:8"))
  }

  @Test func aNewYearBeginsWithNothing() {
    let found = relations(
      ("2021-12", [("sorties", .annee, "", 5), ("sorties", .programme, "", 5)]),
      ("2022-01", [("sorties", .annee, "", 2), ("sorties", .mois, "", 2), ("sorties", .programme, "", 7)]))
    #expect(
      found.contains("12 sorties annee:5 + 01 sorties mois:2 = 01 sorties programme:7")
        || found.contains("01 sorties mois:2 + 12 sorties programme:5 = 01 sorties programme:7"))
    #expect(!found.contains { $0.contains("12 sorties annee:5 ≤ 01 sorties annee") })
  }

  /// A month that has no edition: what lies between is known where its months are.
  @Test func gaps() {
    let gap = relations(
      ("2022-02", [("sorties", .annee, "", 5), ("sorties", .programme, "", 9)]),
      ("2022-04", [("sorties", .annee, "", 12), ("sorties", .mois, "", 4), ("sorties", .programme, "", 16)]))
    #expect(gap.contains("02 sorties annee:5 + 04 sorties mois:4 ≤ 04 sorties annee:12"))
    // The year and the programme grew by as much.
    #expect(gap.contains("02 sorties annee:5 + 04 sorties programme:16 = 02 sorties programme:9 + 04 sorties annee:12"))
    // An évolution tells of March.
    let told = relations(
      ("2022-02", [("sorties", .annee, "", 5)]), ("2022-03", [("sorties", .mois, "", 3)]),
      ("2022-04", [("sorties", .annee, "", 12), ("sorties", .mois, "", 4)]))
    #expect(told.contains("02 sorties annee:5 + 03 sorties mois:3 + 04 sorties mois:4 = 04 sorties annee:12"))
  }

  /// Months from January on make the year, though no year was told before.
  @Test func monthsOfAYear() {
    #expect(
      relations(
        ("2022-01", [("sorties", .mois, "", 5)]), ("2022-02", [("sorties", .mois, "", 3)]),
        ("2022-03", [("sorties", .annee, "", 12), ("sorties", .mois, "", 4)])
      ).contains("01 sorties mois:5 + 02 sorties mois:3 + 03 sorties mois:4 = 03 sorties annee:12"))
  }

  @Test func upToDecemberAndSinceJanuary() {
    #expect(
      relations(
        ("2021-12", [("sorties", .programme, "", 9)]),
        ("2022-03", [("sorties", .annee, "", 12), ("sorties", .programme, "", 21)])
      ).contains("03 sorties annee:12 + 12 sorties programme:9 = 03 sorties programme:21"))
    #expect(
      relations(
        ("2021-12", [("beneficiaires", .programme, "", 9)]),
        ("2022-03", [("beneficiaires", .annee, "", 12), ("beneficiaires", .programme, "", 15)])
      ).contains("03 beneficiaires programme:15 ≤ 03 beneficiaires annee:12 + 12 beneficiaires programme:9"))
  }

  /// Of persons the year grows by no more than are there in the month, and by no more than entered.
  @Test func personsOfAMonth() {
    let found = relations(
      ("2022-03", [("beneficiaires", .annee, "", 5), ("beneficiaires", .mois, "", 4)]),
      (
        "2022-04",
        [
          ("beneficiaires", .annee, "", 8), ("beneficiaires", .mois, "", 6), ("entrees", .mois, "", 3),
          ("entrees", .annee, "", 9),
        ]
      ))
    #expect(found.contains("03 beneficiaires annee:5 ≤ 04 beneficiaires annee:8"))
    #expect(found.contains("04 beneficiaires annee:8 ≤ 03 beneficiaires annee:5 + 04 beneficiaires mois:6"))
    #expect(found.contains("04 beneficiaires annee:8 ≤ 03 beneficiaires annee:5 + 04 entrees mois:3"))
    #expect(found.contains("04 beneficiaires mois:6 ≤ 03 beneficiaires mois:4 + 04 entrees mois:3"))
    // Of months that are not neighbours nothing is said of who entered.
    let gap = relations(
      ("2022-02", [("beneficiaires", .mois, "", 4)]),
      ("2022-04", [("beneficiaires", .mois, "", 6), ("entrees", .mois, "", 3)]))
    #expect(gap.isEmpty)
  }

  @Test func employeesHaveNoYesterday() {
    #expect(relations(("2022-03", [("effectif", .mois, "", 5)]), ("2022-04", [("effectif", .mois, "", 8)])).isEmpty)
  }

  /// Where a breakdown has no row for a pair, nothing came.
  @Test func pairsWithoutARow() {
    let pair = "association=a dispositif=aci"
    #expect(
      relations(
        ("2022-03", [("sorties", .annee, pair, 5)]),
        ("2022-04", [("sorties", .annee, pair, 5), ("sorties", .mois, "", 2)])
      ).contains("03 sorties annee \(pair):5 = 04 sorties annee \(pair):5"))
  }

  /// A corrected number is another unknown; one that stayed is the same.
  @Test func corrections() {
    let system = SystemOf.figures([
      ("2022-03", [Small.count(Small.key("rsa"), 7), Small.count(Small.key("beneficiaires"), 20)]),
      ("2022-03", [Small.count(Small.key("rsa"), 8), Small.count(Small.key("beneficiaires"), 20)]),
    ])
    #expect(system.unknowns.map(\.truth).sorted() == [7, 8, 20])
    #expect(
      SystemOf.words(system) == [
        "03 rsa mois:7 ≤ 03 beneficiaires mois:20", "03 rsa mois:8 ≤ 03 beneficiaires mois:20",
      ])
  }

  /// A month told twice: only what is true of both goes on.
  @Test func correctionsAndTheNextMonth() {
    let found = relations(
      ("2022-03", [("sorties", .annee, "", 7)]), ("2022-03", [("sorties", .annee, "", 8)]),
      ("2022-04", [("sorties", .annee, "", 11), ("sorties", .mois, "", 3)]))
    #expect(found.contains("03 sorties annee:8 + 04 sorties mois:3 = 04 sorties annee:11"))
    #expect(!found.contains { $0.contains("03 sorties annee:7 + ") && $0.contains("=") })
    #expect(found.contains("03 sorties annee:7 ≤ 04 sorties annee:11"))
  }
}
