import Domain
import Testing

@testable import Report

@Suite struct TakeawayTests {
  private func words(_ month: ReportedMonth, _ funder: Funder) -> [String] {
    takeaways(FunderReport(month, funder)).map {
      $0.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    }
  }

  @Test func ofARegularMonth() {
    #expect(
      words(FunderSample.reported(), FunderSample.funder) == [
        "Onze emplois créés depuis juillet 2021, deux de plus qu'à fin avril (provisoire).",
        "Le taux de sorties dynamiques est de 64,3 % de janvier à mai 2022, 4,3 points de plus que la cible de 60 %.",
        "La part de l'ESS, référence, est de 9 % au 31 décembre 2021, autant que la base de 9 % (estimé).",
        "61,1 ETP en mai 2022, 1,2 de moins qu'en avril (provisoire).", "Un fichier manque sur 3 : DIE.",
      ])
  }

  @Test func ofAnObjective() {
    var funder = FunderSample.funder
    funder.objectives = [
      Objective(
        key: funder.keyFigures[1], period: Month(year: 2022, number: 1)...Month(year: 2022, number: 12),
        value: Rational(70), kind: .conventionne, source: "Convention")
    ]
    #expect(
      words(FunderSample.reported([funder]), funder).contains(
        "61,1 ETP en mai 2022, 1,2 de moins qu'en avril, pour un volume conventionné de 70 d'ici décembre 2022"
          + " (42 % de la période écoulée) (provisoire)."))
  }

  @Test func ofNothing() {
    let month = FunderSample.reported(figures: [], deliveries: [])
    #expect(
      words(month, FunderSample.funder) == [
        "Emplois créés, depuis juillet 2021 : non disponible.", "Aucun fichier n'était attendu des associations.",
      ])
  }

  @Test func ofManyMissing() {
    #expect(namedBriefly(["A", "B", "C", "D"]) == "A, B, C et D")
    #expect(namedBriefly(["A", "B", "C", "D", "E"]) == "A, B, C et 2 autres")
    #expect(monthSpans([Month(year: 2021, number: 12), Month(year: 2022, number: 1)]) == "décembre 2021, janvier 2022")
    let run = (1...3).map { Month(year: 2022, number: $0) }
    #expect(monthSpans(run + [Month(year: 2022, number: 5)]) == "janvier à mars 2022, mai 2022")
    #expect(
      monthSpans([Month(year: 2021, number: 11), Month(year: 2021, number: 12)] + run) == "novembre 2021 à mars 2022")
  }
}
