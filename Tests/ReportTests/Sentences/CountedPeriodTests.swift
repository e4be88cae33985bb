import Domain
import Testing

@testable import Report

/// What a figure counts, and no more.
@Suite struct CountedPeriodTests {
  private let definitions = SampleMonth.reported().definitions

  private func words(_ id: String, _ horizon: Horizon, _ cell: Cell = .total, month: Month = SampleMonth.month)
    -> String
  {
    definitions.countedPeriod(of: Figures.Key(id, horizon, cell), in: month)
      .french(endingWith: month, start: SampleMonth.start).replacing("\u{A0}", with: " ")
  }

  @Test func horizons() {
    #expect(words("etp_total", .mois) == "mai 2022")
    #expect(words("etp_total", .annee) == "janvier à mai 2022")
    #expect(words("emplois_crees", .programme) == "depuis juillet 2021")
    // In its first year the programme's start, and never two headings alike in January.
    #expect(words("etp_total", .annee, month: Month(year: 2021, number: 10)) == "juillet à octobre 2021")
    let january = Month(year: 2022, number: 1)
    #expect(words("etp_total", .mois, month: january) == "janvier 2022")
    #expect(words("etp_total", .annee, month: january) == "cumul de janvier 2022")
    #expect(
      Horizon.annee.french(Month(year: 2021, number: 8), start: Month(year: 2021, number: 8)) == "cumul d’août 2021")
  }

  @Test func vintages() {
    #expect(words("part_ess_reference", .mois) == "au 31 décembre 2021")
    #expect(words("emplois_ess_manquants", .mois) == "au 31 décembre 2021")
    // The estimate counts the months after its vintage, and before there are any, none.
    #expect(words("part_ess_estimee", .programme) == "depuis janvier 2022")
    #expect(words("part_ess_estimee", .programme, month: Month(year: 2021, number: 12)) == "au 31 décembre 2021")
  }

  @Test func trackedLater() {
    var definitions = definitions
    definitions.programme.instances[0].trackedFrom = Month(year: 2022, number: 3)
    definitions.programme.instances[1].trackedFrom = Month(year: 2023, number: 1)
    func counted(_ id: String, _ horizon: Horizon) -> CountedPeriod {
      definitions.countedPeriod(
        of: Figures.Key("reunions_tenues", horizon, Cell([Cell.Member(.instance, id)])), in: SampleMonth.month)
    }
    #expect(counted("ca", .programme) == .since(Month(year: 2022, number: 3)))
    #expect(counted("ca", .annee) == .year(Month(year: 2022, number: 3)...SampleMonth.month))
    #expect(counted("copil", .programme) == .since(SampleMonth.start))
  }

  @Test func inSentences() {
    #expect(
      CountedPeriod.year(Month(year: 2022, number: 4)...Month(year: 2022, number: 8)).adverbial == "d’avril à août 2022"
    )
    #expect(CountedPeriod.month(Month(year: 2022, number: 8)).adverbial == "en août 2022")
    #expect(ofMonth(Month(year: 2022, number: 8)) == "d’août\u{A0}2022")
  }

  /// Found by what is measured: another programme names them otherwise.
  @Test func highlights() {
    let renamed = Catalogue(
      SampleMonth.catalogue.indicators.map { indicator in
        var indicator = indicator
        indicator.id = "x_" + indicator.id
        return indicator
      })
    let found = Highlights(renamed, SampleMonth.programme.territory)
    #expect(found.jobs?.all.id == "x_emplois_crees_ou_en_cours" && found.jobs?.created.id == "x_emplois_crees")
    #expect(found.meetings?.id == "x_reunions_tenues")
    #expect(found.share?.id == "x_part_ess_reference" && found.comparedShare?.id == "x_part_ess_region")
    #expect(found.estimatedShare?.id == "x_part_ess_estimee" && found.missingPosts?.id == "x_emplois_ess_manquants")
    let none = Highlights(Catalogue([]), SampleMonth.programme.territory)
    #expect(none.jobs == nil && none.meetings == nil && none.share == nil)
  }
}
