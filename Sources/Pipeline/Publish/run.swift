import Define
import Domain
import Ledger
import Host

/// The main job for every month of the request, oldest first; each file is read once. Read, check, compute, compare with
/// the current edition, protect, report, publish; or find that nothing changed. The lock is held throughout; whatever fails
/// leaves the last good edition in place. `say` gets what was mended or made at the start, in French. Throws a
/// `Failure`: ``PublicationRefused`` where the data forbids publishing, `FileLock.Held`, `Interruption`,
/// ``LinkBehind``, what reading inputs, editions and the key throws, and what the disk and the workbooks refuse.
package func runMonths(
  _ request: RunRequest, inputs: InputsFolder, reports: ReportsFolder, timings: Timings, say: (RunNotice) -> Void,
  done: (Month, RunOutcome) -> Void
) throws {
  let files = try definitionFiles(inputs)
  let programme = try decodeProgramme(files)
  try reports.prepare()
  let lock = try FileLock(reports.lock)
  defer { withExtendedLifetime(lock) {} }
  let store = try EditionStore(writing: reports)
  try reconcile(store) { say(.mended($0)) }
  let owner = try store.ledger.programme()
  if let owner, owner.id != programme.id { throw OtherProgramme(found: owner.id, expected: programme.id) }
  let key = try openKey(programme, inputs, ledgerKeyId: owner?.keyId, mayCreate: false) { _ in }
  let current = try store.currentEditions()
  let months = request.months(published: current.keys)
  guard months.upperBound >= programme.start else {
    throw MonthOutside(month: months.upperBound, start: programme.start)
  }
  let wanted = max(months.lowerBound, programme.start)...months.upperBound
  if let unchanged = try unchangedEditions(wanted, current, inputs, files, programme, timings) {
    for (month, edition) in unchanged {
      try requireWhole(edition, store)
      done(month, .unchanged(edition: edition.name))
    }
    return
  }
  lock.write(holder: lockHolder())
  let loaded = try timings.measure("définitions") { try loadDefinitions(files) }
  let used = try key ?? openKey(programme, inputs, ledgerKeyId: nil, mayCreate: true) { say(.made($0)) }!
  let archiver = try ExportArchiver(store, loaded, key: used, isWriting: true)
  let checked = try readInputs(
    inputs, loaded, month: wanted.upperBound, archiving: archiver.archiving, timings: timings)
  let publisher = Publisher(
    inputs: inputs, store: store, archiver: archiver, keyId: used.id, request: request, timings: timings)
  try requireOpen(wanted, checked, current, store)
  for month in wanted {
    try recordingEnd(month, in: store.ledger) {
      try stopIfAsked()
      done(month, try publish(checked.limited(to: month), publisher))
    }
  }
  let others = try staleMonths(current.filter { !wanted.contains($0.key) }, inputs, files, programme)
  if !others.isEmpty { say(.others(others)) }
}

/// Published months that were made from other inputs than there are now.
private func staleMonths(
  _ editions: [Month: EditionRecord], _ inputs: InputsFolder, _ files: [DefinitionFile], _ programme: Programme
) throws -> [Month] {
  guard let first = editions.keys.min(), let last = editions.keys.max() else { return [] }
  let prints = try fingerprints(of: first...last, inputs, files, programme)
  return editions.filter { month, edition in prints[month] != edition.fingerprint }.keys.sorted()
}

/// What a run says beside its results.
package enum RunNotice: Hashable, Sendable {
  /// Something an earlier run left was put right.
  case mended(String)
  /// Something new that a person should know of.
  case made(String)
  /// Other published months that were made from other inputs.
  case others([Month])
}

private func lockHolder() -> String { "processus \(Clock.processId), depuis le \(timeInParis(Clock.now))" }

private func decodeProgramme(_ files: [DefinitionFile]) throws -> Programme {
  let file = files.first { $0.file == DefinitionName.programme }
  return try decodeProgramme(definitionText(file?.bytes ?? [], DefinitionName.programme))
}

/// The editions of all these months, where none of them changed: known without understanding a single export.
private func unchangedEditions(
  _ months: ClosedRange<Month>, _ current: [Month: EditionRecord], _ inputs: InputsFolder, _ files: [DefinitionFile],
  _ programme: Programme, _ timings: Timings
) throws -> [(Month, EditionRecord)]? {
  guard months.allSatisfy({ current[$0] != nil }) else { return nil }
  let prints = try timings.measure("empreintes") { try fingerprints(of: months, inputs, files, programme) }
  guard months.allSatisfy({ current[$0]?.fingerprint == prints[$0] }) else { return nil }
  return months.compactMap { month in current[month].map { (month, $0) } }
}

/// A refusal or an interruption leaves a trace in the ledger.
private func recordingEnd(_ month: Month, in ledger: Ledger, _ body: () throws -> Void) throws {
  func record(_ outcome: RunRecord.Outcome, _ detail: String?) {
    // Why the run stopped is what the caller must hear; that it could not be noted adds nothing.
    try? ledger.record(
      RunRecord(
        at: timestamp(Clock.now), month: month.description, bilanVersion: bilanVersion, outcome: outcome, detail: detail
      ))
  }
  do { try body() } catch let error as PublicationRefused {
    record(.refused, error.reason)
    throw error
  } catch let error as Interruption {
    record(.interrupted, "signal \(error.signal)")
    throw error
  }
}

/// Before anything is published: a closed month that changed stops the whole run.
private func requireOpen(
  _ months: ClosedRange<Month>, _ checked: CheckedMonth, _ current: [Month: EditionRecord], _ store: EditionStore
) throws {
  let closed = try months.filter { month in
    try current[month] != nil && store.closing(of: month) != nil
      && current[month]?.fingerprint != fingerprint(checked.limited(to: month))
  }
  guard let first = closed.first else { return }
  throw PublicationRefused(
    month: first,
    reason:
      "\(closed.map(\.french).joined(separator: ", ")) : mois clos, et les données ou les définitions ont changé",
    details: [
      "pour voir ce qui bouge : bilan plan \(first)",
      "pour publier : bilan reopen \(first) --reason \"…\", puis relancer",
    ])
}

/// One month, under the lock.
private func publish(_ checked: CheckedMonth, _ publisher: Publisher) throws -> RunOutcome {
  let (store, request) = (publisher.store, publisher.request)
  let print = fingerprint(checked)
  if let current = try store.current(checked.month), current.fingerprint == print {
    try requireWhole(current, store)
    return .unchanged(edition: current.name)
  }
  if request.waits, let waiting = awaited(checked) { return waiting }
  if let refusal = nothingAccepted(checked) { throw refusal }
  let figures = publisher.timings.measure("calcul") { computeAll(checked) }
  let planned = try publisher.timings.measure("comparaison") {
    try PlannedEdition(checked, store, publisher.archiver, figures)
  }
  if let refusal = refusal(of: planned, request) { throw refusal }
  return .published(try write(planned, print, publisher))
}

/// Where files are owed for the month and none was accepted there is nothing to report: the cumulated figures of the month
/// before would stand under a new name.
func nothingAccepted(_ checked: CheckedMonth) -> PublicationRefused? {
  let deliveries = checked.facts.deliveries
  let owed = deliveries.filter { $0.month == checked.month && $0.isOwed && $0.waived == nil }
  let isEmpty =
    !deliveries.contains { $0.outcome == .accepted }
    || !owed.isEmpty && !deliveries.contains { $0.month == checked.month && $0.outcome == .accepted }
  guard isEmpty else { return nil }
  let programme = checked.definitions.programme
  return PublicationRefused(
    month: checked.month, reason: "aucun fichier accepté pour \(checked.month.french)",
    details: owed.map { "\($0.name(in: programme)) : \($0.outcome == .absent ? "non reçu" : "refusé")" })
}

private func awaited(_ checked: CheckedMonth) -> RunOutcome? {
  let programme = checked.definitions.programme
  let missing = checked.facts.deliveries.filter { $0.month == checked.month && $0.isOwed && $0.outcome == .absent }
  let due = dueDay(of: checked.month, programme.rules)
  guard !missing.isEmpty, todayInParis() < due else { return nil }
  return .waiting(files: missing.map { $0.name(in: programme) }, until: due)
}

/// Why the data forbids publishing; nil: it does not.
func refusal(of planned: PlannedEdition, _ request: RunRequest) -> PublicationRefused? {
  let losses = planned.losses
  if !losses.isEmpty, !request.acceptsLoss {
    return PublicationRefused(
      month: planned.checked.month,
      reason:
        "\(losses.count) fichier(s) de l'édition en cours ne sont plus acceptés ; corriger, ou relancer avec --accept-loss",
      details: losses)
  }
  let programme = planned.checked.definitions.programme
  let lacking = planned.checked.facts.deliveries.filter {
    $0.isOwed && $0.outcome != .accepted && $0.waived == nil
  }
  guard request.isStrict, !lacking.isEmpty else { return nil }
  return PublicationRefused(
    month: planned.checked.month, reason: "\(lacking.count) fichier(s) dus manquent ou sont refusés (--strict)",
    details: lacking.map { $0.name(in: programme) })
}

extension Delivery {
  /// The file as it is, or as it should be called.
  package func name(in programme: Programme) -> String {
    file.isEmpty ? "exports/\(programme.associations[association].id)/\(kind.id)-\(month).csv" : file
  }
}
