import Domain
import Testing

@testable import Report

@Suite struct MonthsPageTests {
  @Test func newestFirstWithTheirReports() {
    let months = [4, 5].map { number in
      PublishedMonth(
        edition: Edition(
          month: Month(year: 2022, number: number), number: number - 3, reason: number == 5 ? "Correction <b>" : nil),
        funders: ["region"])
    }
    let page = monthsPage(months, of: SampleMonth.programme, SampleMonth.funders)
    let text = readableText(page)
    #expect(text.contains("Mai 2022 | 2022-05.2 / Correction <b> |  / Région\nAvril 2022 | 2022-04.1 |  / Région"))
    #expect(
      page.contains("href=\"2022-05/interne/index.html\"")
        && page.contains("href=\"2022-05/financeurs/region-2022-05.html\""))
    #expect(readableText(monthsPage([], of: SampleMonth.programme, [])).contains("Aucun mois n’est encore publié."))
  }

  /// A table has no page to open.
  @Test func anAggregatorsTable() {
    let month = PublishedMonth(
      edition: Edition(month: Month(year: 2022, number: 5), number: 1), funders: ["etat", "region"],
      aggregators: ["etat"])
    let page = monthsPage([month], of: SampleMonth.programme, SampleMonth.funders)
    #expect(page.contains("href=\"2022-05/financeurs/etat-2022-05.csv\""))
    #expect(page.contains("href=\"2022-05/financeurs/region-2022-05.html\""))
  }

  @Test func whatWasSent() {
    var month = PublishedMonth(
      edition: Edition(month: Month(year: 2022, number: 5), number: 2), funders: ["region", "cahc"])
    let day = Day(year: 2022, month: 6, day: 16)
    func page() -> String { readableText(monthsPage([month], of: SampleMonth.programme, SampleMonth.funders)) }
    #expect(page().contains("Envoyer le rapport de mai~2022 à Région et CAHC~: aucun envoi n’est noté."))
    month.sendings = ["region": PublishedMonth.Sending(edition: "2022-05.1", day: day, isOutdated: true)]
    #expect(
      page().contains(
        "Envoyer à Région l’édition 2022-05.2 de mai~2022~: l’édition 2022-05.1, envoyée le 16~juin 2022, disait autre chose."
      ))
    #expect(page().contains("Région – édition 2022-05.1 envoyée le 16~juin 2022"))
    month.sendings["region"]?.isOutdated = false
    month.sendings["cahc"] = PublishedMonth.Sending(edition: "2022-05.2", day: day, isOutdated: false)
    #expect(!page().contains("À faire"))
  }

  /// Whom to remind and since when, what to have corrected, to whom to send what: nothing to whom only what is hidden changed.
  @Test func todo() {
    var month = SampleMonth.reported(SampleMonth.secondEdition, revisions: SampleMonth.revisions)
    month.deliveries = Deliveries(
      month.deliveries + [
        Delivery(DeliveryID("mille-et-un-commerce", .etp, Month(year: 2022, number: 3)), outcome: .absent, isOwed: true)
      ])
    month.definitions.funders[0].comments = [
      Comment(key: Figures.Key("part_ess_estimee", .programme), month: month.month, text: Label(fr: "x"))
    ]
    let text = readableText(indexPage(month, links: []))
    #expect(
      text.contains(
        """
        ## À faire
        Relancer Mille et un commerce – Emplois et ETP~: mars 2022, mai 2022, attendus depuis le 15~avril 2022. Lettre
        Faire corriger par APEI Hénin-Carvin – lignes refusées~: Emplois et ETP. Lettre
        Envoyer la nouvelle édition à qui a reçu l’édition 2022-05.1~: CAHC et Région.
        Relire le commentaire qui part avec un rapport.
        """))
    // Where it is noted what was sent: who has the newest words is left alone.
    let (cahc, departement) = (month.definitions.funders[0].id, month.definitions.funders[1].id)
    month.sent = [
      cahc: ReportedMonth.Sent(edition: "2022-05.1", isOutdated: true),
      departement: ReportedMonth.Sent(edition: "2022-05.1", isOutdated: false),
    ]
    let noted = readableText(indexPage(month, links: []))
    #expect(noted.contains("Envoyer la nouvelle édition à CAHC, qui a reçu l’édition 2022-05.1."))
    #expect(noted.contains("Envoyer le rapport à Région.") && !noted.contains("à Département"))
    month.sent = [:]
    month.deliveries = []
    month.findings = []
    month.definitions.funders = []
    #expect(readableText(indexPage(month, links: [])).contains("Rien~: tout est arrivé"))
  }
}
