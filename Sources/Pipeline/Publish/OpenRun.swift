import Define
import Domain
import Host
import Ledger

/// A run before it knows whether there is anything to do: whose reports these are, which months are wanted, what is
/// published. The lock is held as long as this is used.
struct OpenRun {
  let inputs: InputsFolder
  let request: RunRequest
  let timings: Timings
  let files: [DefinitionFile]
  let programme: Programme
  let lock: FileLock
  let store: EditionStore
  /// nil: no key yet, and nothing published under one.
  let key: PseudonymKey?
  let current: [Month: EditionRecord]
  let months: ClosedRange<Month>

  /// What a killed run left is put right, and `say` is told.
  init(
    _ request: RunRequest, inputs: InputsFolder, reports: ReportsFolder, timings: Timings, say: (RunNotice) -> Void
  ) throws {
    self.inputs = inputs
    self.request = request
    self.timings = timings
    files = try definitionFiles(inputs)
    programme = try Pipeline.programme(of: files)
    try reports.prepare()
    lock = try FileLock(reports.lock)
    store = try EditionStore(writing: reports)
    try reconcile(store) { say(.mended($0)) }
    let owner = try store.ledger.programme()
    if let owner, owner.id != programme.id { throw OtherProgramme(found: owner.id, expected: programme.id) }
    key = try openKey(programme, inputs, ledgerKeyId: owner?.keyId, mayCreate: false) { _ in }
    current = try store.currentEditions()
    months = try request.months(published: current.keys, since: programme.start)
    try awaitArrivals(inputs, programme, upTo: months.upperBound)
  }

  /// The editions of the months, where none of them changed: known by names and hashes, without understanding a single
  /// export.
  func unchangedEditions() throws -> [(Month, EditionRecord)]? {
    guard months.allSatisfy({ current[$0] != nil }) else { return nil }
    let prints = try timings.measure("empreintes") { try fingerprints(of: months, inputs, files, programme) }
    guard months.allSatisfy({ current[$0]?.fingerprint == prints[$0] }) else { return nil }
    return months.compactMap { month in current[month].map { (month, $0) } }
  }

  /// Other published months, that were made from other inputs than there are now.
  func staleMonths() throws -> [Month] {
    let others = current.filter { !months.contains($0.key) }
    guard let first = others.keys.min(), let last = others.keys.max() else { return [] }
    let prints = try fingerprints(of: first...last, inputs, files, programme)
    return others.filter { month, edition in prints[month] != edition.fingerprint }.keys.sorted()
  }
}
