import Domain

/// How many changes the page lists.
private let listedRevisions = 30

/// What changed since the edition before, totals first.
func revisionSection(
  _ month: ReportedMonth, _ reports: [FunderReport], _ tables: [AggregatorTable]
) -> [Markup] {
  guard let predecessor = month.edition.predecessor else { return [] }
  // What funders read first; then the largest moves.
  let funders = month.definitions.reported
  let all = month.revisions.forReading
  let moves = all.filter { $0.isMove || $0.isGone || $0.isNew }
  let revisions =
    moves.filter { revision in funders.contains { $0.shows(revision.key) } }
    + moves.filter { revision in !funders.contains { $0.shows(revision.key) } }
  let others = all.filter { !$0.isMove && !$0.isGone && !$0.isNew }
  return [
    tag("section", ["aria-labelledby": "revisions"]) {
      tag("h2", ["id": "revisions"]) { "Depuis l'édition \(predecessor)" }
      if let kind = month.edition.materiality {
        tag("p") { revisionSummary(kind, month, (reports as [any FunderFile]) + tables) }
      }
      if let reason = month.edition.reason { tag("p") { "Motif : \(reason)" } }
      restatedList(reports)
      if revisions.isEmpty {
        tag("p") { "Aucun chiffre n'a changé." }
      } else {
        revisionTable("changements", revisions, month)
      }
      if !others.isEmpty {
        tag("details") {
          tag("summary") { sentence(others.french) }
          revisionTable("statuts", others, month)
        }
      }
    }
  ]
}

private func revisionTable(_ id: String, _ revisions: [ReleasedRevision], _ month: ReportedMonth) -> Markup {
  scrollingTable(
    id: id, caption: revisionCaption(revisions, month),
    head: [
      columnHead("Chiffre"), columnHead("Avant", isNumber: true), columnHead("Maintenant", isNumber: true),
      columnHead("Écart", isNumber: true), columnHead("Cause"),
    ],
    rows: revisions.prefix(listedRevisions).map {
      revisionRow($0, month.definitions.catalogue[$0.key.indicator], month)
    })
}

/// What figures are read against, where that changed: no figure moved. And which numbers are not told any more.
private func restatedList(_ reports: [FunderReport]) -> [Markup] {
  let changes = reports.flatMap { report in
    report.restated.map { restated -> String in
      func words(_ cell: ReportCell?) -> String {
        guard case .number(let value, let look) = cell?.content else {
          return cell?.words.map { "« \($0) »" } ?? "rien"
        }
        return French.number(value, decimals: look.decimals ?? 2)
      }
      return "\(report.funder.label.fr) – \(restated.subject.name) de « \(restated.figure.name) »"
        + " (\(restated.figure.period)) : \(words(restated.old)) → \(words(restated.new))."
    }
  }
  let concealed = reports.flatMap { report in
    report.concealed.map {
      "\(report.funder.label.fr) – « \($0.name) » (\($0.period)) : masqué depuis (secret statistique)."
    }
  }
  let items = distinct(changes + concealed)
  return items.isEmpty ? [] : [tag("ul") { for item in items { tag("li") { item } } }]
}

/// What the revision comes to for each funder, and who must get the new edition.
private func revisionSummary(_ kind: Materiality, _ month: ReportedMonth, _ reports: [any FunderFile]) -> String {
  let causes = French.list(month.edition.causes.map(\.french))
  return "Révision \(kind.rawValue)" + (causes.isEmpty ? "" : " (\(causes))") + ". "
    + reports.map { report in
      let name = report.funder.label.fr
      guard report.isRevision else { return "\(name) : premier rapport" }
      guard report.isTouched else { return "\(name) : rapport non touché" }
      return "\(name) : \(report.changes)"
    }.joined(separator: " ; ") + "."
}

private func revisionCaption(_ revisions: [ReleasedRevision], _ month: ReportedMonth) -> String {
  revisions.count > listedRevisions
    ? sentence(revisions.french) + " ; les \(listedRevisions) premiers ici (tous : bilan diff \(month.month) --all)"
    : sentence(revisions.french)
}

private func revisionRow(_ revision: ReleasedRevision, _ indicator: Indicator?, _ month: ReportedMonth) -> [Markup] {
  let programme = month.definitions.programme
  let place = cellLabel(revision.key.cell, in: programme)
  let horizon = month.definitions.countedPeriod(of: revision.key, in: month.month)
    .french(endingWith: month.month, start: programme.start)
  return [
    tag("th", ["scope": "row"]) {
      indicator?.label.fr ?? revision.key.indicator
      tag("div", ["class": "small soft"]) { place.isEmpty ? horizon : "\(place), \(horizon)" }
    }
  ] + revisionNumbers(revision, indicator) + [
    tag("td") {
      if let presence = revision.presence { tag("div") { presence } }
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
    guard status != nil else { return NoNumber.notApplicable.rawValue }
    switch value {
    case .hidden: return NoNumber.secret.rawValue
    case .shown(let number): return with(status, French.number(number, decimals: decimals))
    case .missing: return with(status, NoNumber.missing.rawValue)
    }
  }
  func with(_ status: Status?, _ number: String) -> String {
    isStatusAlone ? "\(number) (\(status?.french ?? ""))" : number
  }
  var difference = NoNumber.notApplicable.rawValue
  if let moved = revision.difference, let indicator {
    difference = signedDifference(moved, decimals: decimals, unit: indicator.unit)
  }
  let (old, new) = (shown(revision.old, revision.oldStatus), shown(revision.new, revision.newStatus))
  return [
    tag("td", ["class": "number"]) { old }, tag("td", ["class": "number"]) { figureData(revision.key, new) },
    tag("td", ["class": "number"]) { difference },
  ]
}
