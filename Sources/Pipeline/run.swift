import Compute
import Domain
import Protect
import Report
import System
import Workbook

/// What a run was asked, beside the month.
package struct RunRequest: Sendable {
  package var reason: String?
  /// Publish although a file that the current edition used is refused or gone.
  package var acceptsLoss = false
  /// Anything owed and missing or refused forbids publishing.
  package var isStrict = false
  /// Before the due day, wait for owed files instead of publishing without them.
  package var waits = false
  package init() {}
}

/// How a run ended well.
package enum RunOutcome: Sendable {
  case published(Published)
  case unchanged(edition: String)
  /// Owed files still to come before the due day.
  case waiting(files: [String], until: Day)
}

package struct Published: Sendable {
  package let edition: Edition
  package let gathered: Gathered
  package let figures: Figures
  package let hidden: Int
  package let files: [String]
}

/// The data forbids publishing: exit 65.
package struct PublicationRefused: Error, Hashable, Sendable {
  package let reason: String
  package let details: [String]
}

/// The main job for every month from `first` to `last`, oldest first; each file is read once. Read, check, compute, protect,
/// report, publish; or find that nothing changed. The lock is held throughout; whatever fails leaves the last good edition
/// in place. `say` gets what was mended at the start, in French.
package func runMonths(
  _ first: Month, to last: Month, inputs: InputsFolder, reports: ReportsFolder, _ request: RunRequest, timings: Timings,
  say: (String) -> Void, done: (Month, RunOutcome) -> Void
) throws {
  let gathered = try gather(inputs, month: last, timings: timings)
  try reports.prepare()
  let lock = try FileLock(reports.lock, note: lockNote())
  defer { withExtendedLifetime(lock) {} }
  for line in try reports.reconcile() { say(line) }
  for month in max(first, gathered.definitions.programme.start)...last {
    try stopIfAsked()
    done(month, try publish(gathered.limited(to: month), inputs: inputs, reports: reports, request, timings: timings))
  }
}

private func lockNote() -> String { "processus \(Clock.processId), depuis le \(timeInParis(Clock.now))" }

/// One month, under the lock.
func publish(
  _ gathered: Gathered, inputs: InputsFolder, reports: ReportsFolder, _ request: RunRequest, timings: Timings
) throws -> RunOutcome {
  let print = fingerprint(gathered)
  let current = try reports.current(gathered.month)
  if let current, current.programme != gathered.definitions.programme.id {
    throw OtherProgramme(found: current.programme, expected: gathered.definitions.programme.id)
  }
  if let current, current.fingerprint == print { return .unchanged(edition: current.edition) }
  if request.waits, let waiting = awaited(gathered) { return waiting }
  try requirePublishable(gathered, current, request)
  let figures = timings.measure("calcul") { computeAll(gathered) }
  let edition = Edition(
    month: gathered.month, number: (try reports.numbers(of: gathered.month).last ?? 0) + 1,
    reason: current == nil ? nil : request.reason ?? "données ou définitions modifiées")
  return .published(
    try write(gathered, figures, edition, fingerprint: print, inputs: inputs, reports: reports, timings: timings))
}

/// These reports are another programme's: exit 78.
package struct OtherProgramme: Error, Hashable, Sendable {
  package let found: String
  package let expected: String
}

private func awaited(_ gathered: Gathered) -> RunOutcome? {
  let programme = gathered.definitions.programme
  let missing = gathered.facts.deliveries.filter { $0.month == gathered.month && $0.isOwed && $0.outcome == .absent }
  let due = dueDay(of: gathered.month, programme.rules)
  guard !missing.isEmpty, todayInParis() < due else { return nil }
  return .waiting(files: missing.map { $0.name(in: programme) }, until: due)
}

private func requirePublishable(_ gathered: Gathered, _ current: Manifest?, _ request: RunRequest) throws {
  let programme = gathered.definitions.programme
  guard gathered.facts.deliveries.contains(where: { $0.outcome == .accepted }) else {
    throw PublicationRefused(reason: "aucun fichier accepté jusqu'à \(gathered.month.french)", details: [])
  }
  let lost = losses(gathered, current)
  if !lost.isEmpty, !request.acceptsLoss {
    throw PublicationRefused(
      reason:
        "\(lost.count) fichier(s) de l'édition en cours ne sont plus acceptés ; corriger, ou relancer avec --accept-loss",
      details: lost)
  }
  let lacking = gathered.facts.deliveries.filter { $0.isOwed && $0.outcome != .accepted && $0.waived == nil }
  if request.isStrict, !lacking.isEmpty {
    throw PublicationRefused(
      reason: "\(lacking.count) fichier(s) dus manquent ou sont refusés (--strict)",
      details: lacking.map { $0.name(in: programme) })
  }
}

/// Files of which the current edition used an accepted version, and which are refused or gone now.
private func losses(_ gathered: Gathered, _ current: Manifest?) -> [String] {
  let programme = gathered.definitions.programme
  let used = Set(
    (current?.inputs ?? []).filter { $0.outcome == "accepted" }.map { "\($0.association) \($0.kind) \($0.month)" })
  return gathered.facts.deliveries.filter { delivery in
    let id = programme.associations[delivery.association].id
    return delivery.outcome != .accepted && used.contains("\(id) \(delivery.kind.id) \(delivery.month)")
  }.map { delivery in
    let cause = gathered.findings.first { $0.file == delivery.file && $0.severity == .file && !delivery.file.isEmpty }
    guard let cause else { return "\(delivery.name(in: programme)) : le fichier n'est plus là" }
    return "\(cause.file)\(cause.line.map { ":\($0)" } ?? "") : \(cause.rule) → \(cause.remedy)"
  }
}

extension Delivery {
  /// The file as it is, or as it should be called.
  package func name(in programme: Programme) -> String {
    file.isEmpty ? "exports/\(programme.associations[association].id)/\(kind.id)-\(month).csv" : file
  }
}
