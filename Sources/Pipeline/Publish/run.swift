import Domain
import Failures
import Host
import Ledger

/// The main job for every month of the request, oldest first; each file is read once. The lock is held throughout; whatever
/// fails leaves the last good edition in place. `say` gets what was mended or made at the start, in French. Throws a
/// `Failure`: ``PublicationRefused`` where the data forbids publishing, `FileLock.Held`, `Interruption`,
/// ``LinkBehind``, ``ReportsUnusable``, ``Misplaced``, ``LeavesStale``, what reading inputs, editions and the key throws, and what the disk and the workbooks refuse.
package func runMonths(
  _ request: RunRequest, inputs: InputsFolder, reports: ReportsFolder, timings: Timings, say: (RunNotice) -> Void,
  done: (Month, RunOutcome) -> Void
) throws {
  try reports.tellingDenials {
    // 1. Whose reports these are, and which months are wanted.
    let run = try OpenRun(request, inputs: inputs, reports: reports, timings: timings, say: say)
    defer { withExtendedLifetime(run.lock) {} }
    try recordingEnd(run.months.upperBound, in: run.store.ledger) { try runMonths(run, say: say, done: done) }
  }
}

private func runMonths(_ run: OpenRun, say: (RunNotice) -> Void, done: (Month, RunOutcome) -> Void) throws {
  let (request, inputs, timings) = (run.request, run.inputs, run.timings)
  // 2. Nothing changed?
  if let unchanged = try run.unchangedEditions() { return try confirm(unchanged, run, done: done) }

  // 3. Define, ingest, validate: once, for the last month; the others see a part of it.
  let loaded = try timings.measure("définitions") { try loadDefinitions(run.files) }
  let key = try run.usedKey(say)
  let archiver = try ExportArchiver(run.store, loaded, key: key, isWriting: true)
  var checked = try readInputs(
    inputs, loaded, month: run.months.upperBound, archiving: archiver.archiving, timings: timings
  ).sharing(from: run.months.lowerBound)
  if let leaves = request.leaves { checked = try checked.answered(by: leaves) }

  // 4. What would change, and may it?
  let (unchanged, closed) = try timings.measure("ce qui change") { try run.sorted(checked) }
  if !request.leavesClosed, let refusal = closedMonths(closed, isSeries: run.months.count > 1) { throw refusal }

  // 5. Month by month: compute, compare, protect, report, publish.
  let publisher = Publisher(
    inputs: inputs, store: run.store, archiver: archiver, keyId: key.id, request: request, timings: timings)
  publisher.prepare(for: checked)
  var hasPublished = false
  for (number, month) in run.months.enumerated() {
    try stopIfAsked()
    timings.progress.count(number, of: run.months.count, "mois")
    let outcome = try publishMonth(
      checked.limited(to: month), publisher, isClosed: closed.contains(month), isUnchanged: unchanged.contains(month))
    if case .published = outcome { hasPublished = true }
    done(month, outcome)
  }
  // All manifests were asked by then, where they had to be.
  if hasPublished { try run.store.noteManifests() }
  try publishMonthList(loaded, run.store)
  let stale = try run.staleMonths(loaded)
  if !stale.isEmpty { say(.others(stale)) }
}

private func confirm(
  _ unchanged: [(Month, EditionRecord)], _ run: OpenRun, done: (Month, RunOutcome) -> Void
) throws {
  for (month, edition) in unchanged {
    try requireStanding(edition, of: month, run)
    done(month, .unchanged(edition: edition.name))
  }
  try run.store.ledger.record(unchanged.map { (trace($0, .unchanged), $1) })
  try restoreMonthList(run.files, run.store)
}

/// An edition that nothing changed in is there, and with --strict has all that is owed.
private func requireStanding(_ edition: EditionRecord, of month: Month, _ run: OpenRun) throws {
  try requireWhole(edition, run.store)
  let deliveries = Deliveries(try run.store.deliveries(of: edition, in: run.programme))
  if let refusal = lackingRefusal(deliveries, month, run.request) { throw refusal }
}

/// Whatever stops a run leaves a trace in the ledger.
private func recordingEnd(_ last: Month, in ledger: Ledger, _ body: () throws -> Void) throws {
  @Sendable func record(_ outcome: RunRecord.Outcome, _ month: Month, _ detail: String) {
    // Why the run stopped is what the caller must hear; that it could not be recorded adds nothing.
    try? ledger.record(trace(month, outcome, detail: detail))
  }
  @Sendable func interrupted(_ error: Interruption) { record(.interrupted, last, "signal \(error.signal)") }
  do {
    do { try undoable({ _ = Interruption.asked.map(interrupted) }, body) } catch {
      Ending.giveWay()
      throw error
    }
  } catch let error as PublicationRefused {
    record(.refused, error.month, error.reason)
    throw error
  } catch let error as Interruption {
    interrupted(error)
    throw error
  } catch {
    let failure = error.asFailure
    record(.failed, last, "code \(failure.exitCode.rawValue) : \(failure.message)")
    throw error
  }
}
