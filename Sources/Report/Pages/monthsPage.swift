import Domain

/// One published month, as the list of all months shows it.
package struct PublishedMonth: Sendable {
  package var edition: Edition
  /// Ids of the funders it has a report for, or an aggregator's table, in the edition's order.
  package var funders: [String]
  /// Of these, the aggregators: a table has no page to open.
  package var aggregators: Set<String>
  /// By funder, what was noted as sent, last.
  package var sendings: [String: Sending]

  package struct Sending: Sendable {
    package var edition: String
    package var day: Day
    /// The funder's report says something else by now.
    package var isOutdated: Bool
    package init(edition: String, day: Day, isOutdated: Bool) {
      self.edition = edition
      self.day = day
      self.isOutdated = isOutdated
    }
  }

  package init(
    edition: Edition, funders: [String], aggregators: Set<String> = [], sendings: [String: Sending] = [:]
  ) {
    self.edition = edition
    self.funders = funders
    self.aggregators = aggregators
    self.sendings = sendings
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
        for id in published.funders {
          tag("div") {
            let ending = published.aggregators.contains(id) ? "csv" : "html"
            tag("a", ["href": "\(month)/financeurs/\(id)-\(month).\(ending)"]) { label(of: id, funders) }
            if let sending = published.sendings[id] {
              tag("span", ["class": "small soft"]) {
                " – édition \(sending.edition) envoyée le \(frenchDay(sending.day))"
              }
            }
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
    main: toSend(months, funders) + [
      rows.isEmpty
        ? tag("p") { "Aucun mois n'est encore publié." }
        : scrollingTable(
          id: "mois", caption: "Mois publiés, le plus récent d'abord",
          head: [columnHead("Mois"), columnHead("Édition"), columnHead("Rapports aux financeurs")], rows: rows)
    ], footer: [tag("p") { "Chaque page dit sous quelle édition elle a été faite." }])
}

private func label(of id: String, _ funders: [Funder]) -> String { funders.first { $0.id == id }?.label.fr ?? id }

/// À faire: reports that are not what was sent any more; and of the newest month those of which nothing is noted.
private func toSend(_ months: [PublishedMonth], _ funders: [Funder]) -> [Markup] {
  let newest = months.map(\.edition.month).max()
  let items = months.sorted { $1.edition.month < $0.edition.month }.flatMap { published -> [String] in
    let (edition, month) = (published.edition, published.edition.month)
    let outdated = published.funders.compactMap { id -> String? in
      guard let sending = published.sendings[id], sending.isOutdated else { return nil }
      return "Envoyer à \(label(of: id, funders)) l'édition \(edition) \(ofMonth(month)) : "
        + "l'édition \(sending.edition), envoyée le \(frenchDay(sending.day)), disait autre chose."
    }
    let unsent = published.funders.filter { published.sendings[$0] == nil }.map { label(of: $0, funders) }
    guard month == newest, !unsent.isEmpty else { return outdated }
    return outdated + ["Envoyer le rapport \(ofMonth(month)) à \(French.list(unsent)) : aucun envoi n'est noté."]
  }
  guard !items.isEmpty else { return [] }
  return [
    tag("section", ["aria-labelledby": "a-faire"]) {
      tag("h2", ["id": "a-faire"]) { "À faire" }
      tag("ol") { for item in items { tag("li") { item } } }
    }
  ]
}
