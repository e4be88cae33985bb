import Domain

/// How many changes the page lists; the workbooks' Révisions sheet has all of them.
private let listedRevisions = 30

/// What changed since the edition before, totals first.
func revisionSection(_ month: ReportedMonth) -> [Markup] {
  guard let predecessor = month.edition.predecessor else { return [] }
  let catalogue = month.definitions.catalogue
  let revisions =
    month.edition.revisions.filter { $0.key.cell.members.isEmpty }
    + month.edition.revisions.filter { !$0.key.cell.members.isEmpty }
  return [
    tag("section", ["aria-labelledby": "revisions"]) {
      tag("h2", ["id": "revisions"]) { "Depuis l'édition \(predecessor)" }
      if let kind = month.edition.materiality { tag("p") { revisionSummary(kind, month) } }
      if let reason = month.edition.reason { tag("p") { "Motif : \(reason)" } }
      if revisions.isEmpty {
        tag("p") { "Aucun chiffre n'a changé." }
      } else {
        scrollingTable(
          id: "changements", caption: revisionCaption(revisions.count),
          head: [
            columnHead("Chiffre"), columnHead("Avant", isNumber: true), columnHead("Maintenant", isNumber: true),
            columnHead("Écart", isNumber: true), columnHead("Cause"),
          ],
          rows: revisions.prefix(listedRevisions).map { revisionRow($0, catalogue[$0.key.indicator], month) })
      }
    }
  ]
}

/// `Révision substantielle : 8 chiffres changent (Région 3, CAHC 3, Département 0). L'ancienne édition…`
private func revisionSummary(_ kind: Materiality, _ month: ReportedMonth) -> String {
  let revisions = month.edition.revisions
  let funders = month.definitions.funders.map { funder in
    "\(funder.label.fr) : \(revisions.count { funder.shows($0.key) })"
  }
  let causes = French.list(month.edition.causes.map(\.french))
  return "Révision \(kind.rawValue)" + (causes.isEmpty ? "" : " (\(causes))")
    + ". Chiffres modifiés dans les rapports – \(funders.joined(separator: " ; ")). "
    + "Qui a reçu l'édition \(month.edition.predecessor ?? "précédente") doit recevoir celle-ci."
}

private func revisionCaption(_ count: Int) -> String {
  let changed = "\(count) \(count < 2 ? "chiffre modifié" : "chiffres modifiés")"
  return count > listedRevisions
    ? changed + " ; les \(listedRevisions) premiers ici, tous dans la feuille Révisions des classeurs" : changed
}

private func revisionRow(_ revision: Revision, _ indicator: Indicator?, _ month: ReportedMonth) -> [Markup] {
  let programme = month.definitions.programme
  let place = cellLabel(revision.key.cell, in: programme)
  let horizon = revision.key.horizon.french(month.month, start: programme.start)
  return [
    tag("th", ["scope": "row"]) {
      indicator?.label.fr ?? revision.key.indicator
      tag("div", ["class": "small soft"]) { place.isEmpty ? horizon : "\(place), \(horizon)" }
    }
  ] + revisionNumbers(revision, indicator, isSecret: isSecret(revision, indicator, month)) + [
    tag("td") {
      revision.causes.map(\.french).joined(separator: ", ")
      if !revision.detail.isEmpty { tag("div", ["class": "small soft"]) { revision.detail } }
    }
  ]
}

/// A figure hidden now, or a count of persons that is no longer published, shows neither its old nor its new number.
private func isSecret(_ revision: Revision, _ indicator: Indicator?, _ month: ReportedMonth) -> Bool {
  let key = revision.key
  if let figure = month.figures[key.indicator, key.horizon, key.cell] { return figure.isHidden }
  return indicator?.countsPersons ?? true
}

private func revisionNumbers(_ revision: Revision, _ indicator: Indicator?, isSecret: Bool) -> [Markup] {
  let decimals = indicator?.decimals ?? 2
  func words(_ value: Rational?, _ status: Status?) -> String {
    if isSecret { return "s" }
    let number = value.map { French.number($0, decimals: decimals) } ?? "nd"
    // A status that changes alone is the news: it is said.
    let changed = revision.oldStatus != revision.newStatus && revision.old == revision.new
    return changed ? "\(number) (\(status?.french ?? "absent"))" : number
  }
  var difference = "–"
  if !isSecret, let old = revision.old, let new = revision.new, old != new, let indicator {
    difference = signedDifference(new - old, decimals: decimals, unit: indicator.unit)
  }
  return [words(revision.old, revision.oldStatus), words(revision.new, revision.newStatus), difference].map { text in
    tag("td", ["class": "number"]) { text }
  }
}
