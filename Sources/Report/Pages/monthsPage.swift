import Domain

/// One published month, as the list of all months shows it.
package struct PublishedMonth: Sendable {
  package var edition: Edition
  /// Ids of the funders it has a report for, in the edition's order.
  package var funders: [String]
  package init(edition: Edition, funders: [String]) {
    self.edition = edition
    self.funders = funders
  }
}

/// reports/index.html: the published months, the newest first, each a click from its page and its reports. No part of an edition: it
/// is made again whenever one is published.
package func monthsPage(_ months: [PublishedMonth], of programme: Programme, _ funders: [Funder]) -> String {
  let rows = months.sorted { $1.edition.month < $0.edition.month }.map { published in
    let (edition, month) = (published.edition, published.edition.month)
    return [
      tag("th", ["scope": "row"]) { tag("a", ["href": "\(month)/interne/index.html"]) { sentence(month.french) } },
      tag("td") {
        edition.description
        edition.reason.map { reason in [tag("div", ["class": "small soft"]) { reason }] } ?? []
      },
      tag("td") {
        for (index, id) in published.funders.enumerated() {
          index == 0 ? "" : " · "
          tag("a", ["href": "\(month)/financeurs/\(id)-\(month).html"]) {
            funders.first { $0.id == id }?.label.fr ?? id
          }
        }
      },
    ]
  }
  return pageShell(
    title: "Bilans mensuels – \(programme.label.fr)",
    header: [
      tag("p", ["class": "eyebrow"]) { programme.label.fr }, tag("h1") { "Bilans mensuels" },
    ] + illustrativeNotice(programme),
    main: [
      rows.isEmpty
        ? tag("p") { "Aucun mois n'est encore publié." }
        : scrollingTable(
          id: "mois", caption: "Mois publiés, le plus récent d'abord",
          head: [columnHead("Mois"), columnHead("Édition"), columnHead("Rapports aux financeurs")], rows: rows)
    ], footer: [tag("p") { "Chaque page dit sous quelle édition elle a été faite." }])
}
