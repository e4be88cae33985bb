import Define
import Domain
import Host

/// What a run would do with a month.
package struct Plan: Sendable {
  package enum Kind: Sendable {
    /// Nothing published yet, or nothing that could be compared.
    case first(figures: Int)
    /// With what another version of bilan would make of it: `run --remake` publishes that.
    case unchanged(Remake?)
    case revision(Comparison)
  }
  package let month: Month
  /// The edition there is.
  package let current: String?
  /// The edition there would be; nil where nothing changed.
  package let next: String?
  package let kind: Kind
  /// Why a run would publish nothing, in French; empty where it would.
  package let refusals: [String]
  /// What its reports would hide.
  package let hidden: [HiddenCell]
  /// Names, and what each report shows.
  package let definitions: Definitions

  package var remake: Remake? { if case .unchanged(let remake) = kind { remake } else { nil } }
  package var comparison: Comparison? { if case .revision(let comparison) = kind { comparison } else { nil } }
}

/// What `run` would publish from the inputs as they are; nothing is written. The months asked for, and every later published
/// month that is no longer what the inputs give. Throws what `readInputs` throws, ``OtherProgramme``, ``KeyUnusable``,
/// and what reading an edition throws.
package func planMonths(
  _ request: RunRequest, inputs: InputsFolder, reports: ReportsFolder, progress: Headway = .unheard
) throws -> [Plan] {
  let loaded = try loadDefinitions(inputs)
  try requireFunders(loaded.files)
  let programme = loaded.definitions.programme
  try requireApart(programme, inputs: inputs.path, reports)
  let store = try EditionStore(reading: reports)
  let owner = try store?.programme()
  if let owner, owner.id != programme.id { throw OtherProgramme(found: owner.id, expected: programme.id) }
  let current = try store?.currentEditions() ?? [:]
  let asked = try request.months(published: current.keys, since: programme.start)
  let later = current.keys.filter { $0 > asked.upperBound }.sorted()
  let archiver: ExportArchiver?
  if let store, let key = try openKey(programme, inputs, ledgerKeyId: owner?.keyId, mayCreate: false, say: { _ in }) {
    archiver = try ExportArchiver(store, loaded, key: key, isWriting: false)
  } else {
    archiver = nil
  }
  let checked = try readInputs(
    inputs, loaded, month: later.last ?? asked.upperBound, archiving: archiver?.archiving, timings: Timings(progress)
  ).sharing(from: asked.lowerBound)
  let months = Array(asked) + later
  progress.step("comparaison")
  let plans = try months.enumerated().map { number, month in
    progress.count(number, of: months.count, "mois")
    return try plan(checked.limited(to: month), store, archiver, request)
  }
  return plans.filter { plan in
    if asked.contains(plan.month) { return true }
    return plan.comparison.map { !$0.revisions.isEmpty } ?? false
  }
}

private func plan(
  _ checked: CheckedMonth, _ store: EditionStore?, _ archiver: ExportArchiver?, _ request: RunRequest
) throws -> Plan {
  let month = checked.month
  let current = try store?.current(month)
  if let store, let current, try standing(of: checked, to: current, store) != .changed {
    let remake = try remake(of: current, from: checked, store)
    if remake == nil || !request.remakes {
      return Plan(
        month: month, current: current.name, next: nil, kind: .unchanged(remake), refusals: [],
        hidden: [], definitions: checked.definitions)
    }
  }
  let planned = try PlannedEdition(checked, store, archiver, try computeAll(checked))
  let secrecy = try Secrecy(planned, try computeHistory(checked), store)
  var refusals: [String] = []
  if let refusal = untellable(planned, secrecy) { refusals.append(refusal.description) }
  do { try requireProtected(secrecy.disclosed, month) } catch {
    refusals += [error.reason] + error.details
  }
  if let refusal = nothingAccepted(checked) { refusals.append(refusal.reason) }
  if current != nil, let closing = try store?.closing(of: month) {
    let day = seconds(ofTimestamp: closing.at).map { Day(number: Int32($0 / 86_400)).french } ?? closing.at
    refusals.append("mois clos depuis le \(day) ; pour le rouvrir : bilan reopen \(month) --reason \"…\"")
  }
  if let refusal = refusal(of: planned, request) { refusals += [refusal.reason] + refusal.details }
  return Plan(
    month: month, current: current?.name, next: planned.edition(reason: nil).description,
    kind: planned.comparison.map { .revision($0) } ?? .first(figures: planned.figures.all.count),
    refusals: refusals, hidden: secrecy.hiddenCells(of: planned.figures, checked.definitions),
    definitions: checked.definitions)
}

/// A comment on a figure that a run would hide.
private func untellable(_ planned: PlannedEdition, _ secrecy: Secrecy) -> DefinitionError? {
  let checked = planned.checked
  do {
    try requireTellable(release(checked, planned.figures, [], [], marks: secrecy.marks), checked)
    return nil
  } catch { return error }
}
