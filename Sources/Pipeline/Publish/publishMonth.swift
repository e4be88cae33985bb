import Domain
import Host
import Report

/// One month, under the lock: published, unchanged, left closed, or waiting; or refused.
func publishMonth(
  _ checked: CheckedMonth, _ publisher: Publisher, isClosed: Bool, isUnchanged: Bool
) throws -> RunOutcome {
  let (store, request, timings) = (publisher.store, publisher.request, publisher.timings)

  // 1. Is there anything to publish, and may it be?
  if isClosed || isUnchanged, let current = try store.current(checked.month) {
    try requireWhole(current, store)
    if isUnchanged, let refusal = lackingRefusal(checked.facts.deliveries, checked.month, request) { throw refusal }
    try store.ledger.record(trace(checked.month, .unchanged), edition: current)
    return isClosed ? .leftClosed(edition: current.name) : .unchanged(edition: current.name)
  }
  if request.waits, let waiting = awaited(checked) {
    try store.ledger.record(trace(checked.month, .waiting))
    return waiting
  }
  if let refusal = nothingAccepted(checked) { throw refusal }

  // 2. Compute, and compare with the current edition: the same value that `plan` shows.
  let figures = try timings.measure("calcul") { try computeAll(checked) }
  let planned = try timings.measure("comparaison") {
    try PlannedEdition(checked, store, publisher.archiver, figures)
  }
  if let refusal = refusal(of: planned, request) { throw refusal }

  // 3. Protect, report, publish.
  return .published(try publishEdition(try editionSource(planned, publisher), planned, publisher))
}

/// What the files of the new edition are made from, after protection.
private func editionSource(_ planned: PlannedEdition, _ publisher: Publisher) throws -> EditionSource {
  let (store, checked) = (publisher.store, planned.checked)
  let history = try publisher.timings.measure("évolution") { try computeHistory(checked, publisher.history) }
  let costs = try publisher.timings.measure("effets") {
    try refusalCosts(checked, planned.figures, inputs: publisher.inputs)
  }
  let secrecy = try publisher.timings.measure("secret") {
    try Secrecy(planned, history, store)
  }
  try requireProtected(secrecy.disclosed, checked.month)
  let release = release(
    checked, planned.figures, history, planned.comparison?.revisions ?? [], marks: secrecy.marks)
  try requireTellable(release, checked)
  let cells = checked.definitions.funders.flatMap(\.keyFigures).filter { $0.cell != .total }
  return EditionSource(
    checked: checked, figures: planned.figures, edition: planned.edition(reason: publisher.request.reason),
    release: release, costs: costs,
    predecessor: try planned.current.map {
      try store.predecessor($0, of: checked.definitions.programme, planned.comparison)
    },
    publishedOtherwise: try store.publishedOtherwise(release.history.dropLast(), cells: cells),
    disclosures: secrecy.disclosures,
    sent: try store.lastSendings(of: checked.month).mapValues { sending in
      ReportedMonth.Sent(
        edition: sending.edition,
        isOutdated: try store.isOutdated(sending, by: planned.figures, of: planned.inputs, checked.definitions))
    })
}
