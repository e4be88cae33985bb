import Domain

/// How many changes the page lists.
private let listedRevisions = 30

/// What changed since the edition before, totals first.
func revisionSection(_ month: ReportedMonth) -> [Markup] {
  guard let predecessor = month.edition.predecessor else { return [] }
  let catalogue = month.definitions.catalogue
  // What funders read first; then the largest moves.
  let funders = month.definitions.funders
  let all = month.revisions.forReading
  let revisions =
    all.filter { revision in revision.isMove && funders.contains { $0.shows(revision.key) } }
    + all.filter { revision in !(revision.isMove && funders.contains { $0.shows(revision.key) }) }
  return [
    tag("section", ["aria-labelledby": "revisions"]) {
      tag("h2", ["id": "revisions"]) { "Depuis l'édition \(predecessor)" }
      if let kind = month.edition.materiality { tag("p") { revisionSummary(kind, month) } }
      if let reason = month.edition.reason { tag("p") { "Motif : \(reason)" } }
      if revisions.isEmpty {
        tag("p") { "Aucun chiffre n'a changé." }
      } else {
        scrollingTable(
          id: "changements", caption: revisionCaption(revisions, month),
          head: [
            columnHead("Chiffre"), columnHead("Avant", isNumber: true), columnHead("Maintenant", isNumber: true),
            columnHead("Écart", isNumber: true), columnHead("Cause"),
          ],
          rows: revisions.prefix(listedRevisions).map { revisionRow($0, catalogue[$0.key.indicator], month) })
      }
    }
  ]
}

/// What the revision comes to for each funder, and who must get the new edition.
private func revisionSummary(_ kind: Materiality, _ month: ReportedMonth) -> String {
  let counts = month.definitions.funders.map { funder in
    (funder.label.fr, month.revisions.filter { funder.shows($0.key) })
  }
  let causes = French.list(month.edition.causes.map(\.french))
  let revised = counts.filter { !$0.1.isEmpty }.map(\.0)
  return "Révision \(kind.rawValue)" + (causes.isEmpty ? "" : " (\(causes))") + ". "
    + counts.map { "\($0.0) : \($0.1.french)" }.joined(separator: " ; ") + "."
    + (revised.isEmpty
      ? ""
      : " À envoyer à qui a reçu l'édition \(month.edition.predecessor ?? "précédente") : \(French.list(revised)).")
}

private func revisionCaption(_ revisions: [ReleasedRevision], _ month: ReportedMonth) -> String {
  revisions.count > listedRevisions
    ? sentence(revisions.french) + " ; les \(listedRevisions) premiers ici (tous : bilan diff \(month.month) --all)"
    : sentence(revisions.french)
}

private func revisionRow(_ revision: ReleasedRevision, _ indicator: Indicator?, _ month: ReportedMonth) -> [Markup] {
  let programme = month.definitions.programme
  let place = cellLabel(revision.key.cell, in: programme)
  let horizon = revision.key.horizon.french(month.month, start: programme.start)
  return [
    tag("th", ["scope": "row"]) {
      indicator?.label.fr ?? revision.key.indicator
      tag("div", ["class": "small soft"]) { place.isEmpty ? horizon : "\(place), \(horizon)" }
    }
  ] + revisionNumbers(revision, indicator) + [
    tag("td") {
      revision.steps.causes.map(\.french).joined(separator: ", ")
      if !revision.steps.isEmpty { tag("div", ["class": "small soft"]) { revision.steps.french } }
    }
  ]
}

private func revisionNumbers(_ revision: ReleasedRevision, _ indicator: Indicator?) -> [Markup] {
  let decimals = indicator?.decimals ?? 2
  // A status that changes alone is the news: it is said.
  let isStatusAlone = !revision.isMove && revision.oldStatus != revision.newStatus
  func shown(_ value: ReleasedValue, _ status: Status?) -> String {
    switch value {
    case .hidden: return "s"
    case .shown(let number): return with(status, French.number(number, decimals: decimals))
    case .missing: return with(status, "nd")
    }
  }
  func with(_ status: Status?, _ number: String) -> String {
    isStatusAlone ? "\(number) (\(status?.french ?? "absent"))" : number
  }
  var difference = "–"
  if let moved = revision.difference, let indicator {
    difference = signedDifference(moved, decimals: decimals, unit: indicator.unit)
  }
  return [shown(revision.old, revision.oldStatus), shown(revision.new, revision.newStatus), difference].map { text in
    tag("td", ["class": "number"]) { text }
  }
}
