import Define
import Domain
import Host
import Ledger

/// The main job for every month of the request, oldest first; each file is read once. The lock is held throughout; whatever
/// fails leaves the last good edition in place. `say` gets what was mended or made at the start, in French.
package func runMonths(
  _ request: RunRequest, inputs: InputsFolder, reports: ReportsFolder, timings: Timings, say: (RunNotice) -> Void,
  done: (Month, RunOutcome) -> Void
) throws {
  // 1. Whose reports these are, and which months are wanted. What a killed run left is put right.
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
  let wanted = try request.months(published: current.keys, since: programme.start)

  // 2. Nothing changed: told by names and hashes, before a single export is understood.
  if let unchanged = try unchangedEditions(wanted, current, inputs, files, programme, timings) {
    for (month, edition) in unchanged {
      try requireWhole(edition, store)
      done(month, .unchanged(edition: edition.name))
    }
    return
  }

  // 3. Define, ingest, validate: once, for the last month; the others see a part of it.
  lock.write(holder: lockHolder())
  let loaded = try timings.measure("définitions") { try loadDefinitions(files) }
  let used = try key ?? openKey(programme, inputs, ledgerKeyId: nil, mayCreate: true) { say(.made($0)) }!
  let archiver = try ExportArchiver(store, loaded, key: used, isWriting: true)
  let checked = try readInputs(
    inputs, loaded, month: wanted.upperBound, archiving: archiver.archiving, timings: timings)
  try requireOpen(wanted, checked, current, store)

  // 4. Month by month: compute, compare, protect, report, publish.
  let publisher = Publisher(
    inputs: inputs, store: store, archiver: archiver, keyId: used.id, request: request, timings: timings)
  for month in wanted {
    try recordingEnd(month, in: store.ledger) {
      try stopIfAsked()
      done(month, try publishMonth(checked.limited(to: month), publisher))
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
    // Why the run stopped is what the caller must hear; that it could not be recorded adds nothing.
    try? ledger.record(
      RunRecord(
        at: timestamp(Clock.now), month: month.description, program: bilanVersion, outcome: outcome, detail: detail))
  }
  do { try body() } catch let error as PublicationRefused {
    record(.refused, error.reason)
    throw error
  } catch let error as Interruption {
    record(.interrupted, "signal \(error.signal)")
    throw error
  }
}
