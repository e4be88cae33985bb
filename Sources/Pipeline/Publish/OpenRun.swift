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
    try requireFunders(files)
    try requireApart(programme, inputs: inputs.path, reports)
    lock = try reports.openForWriting()
    store = try EditionStore(writing: reports)
    try reconcile(store) { say(.mended($0)) }
    let owner = try store.programme()
    // What was noted of other months is read when this one is published already.
    _ = try store.sendings(of: nil)
    if let owner, owner.id != programme.id { throw OtherProgramme(found: owner.id, expected: programme.id) }
    key = try openKey(programme, inputs, ledgerKeyId: owner?.keyId, mayCreate: false) { _ in }
    if owner == nil, key != nil { try PseudonymKey.sync(keyPath(programme, inputs: inputs.path)) }
    sayStrangers(in: reports, keyPath(programme, inputs: inputs.path)) { say(.mended($0)) }
    current = try store.currentEditions()
    months = try request.months(published: current.keys, since: programme.start)
    for month in months where current[month] == nil { try store.clearLink(month) { say(.mended($0)) } }
    try awaitArrivals(inputs, programme, upTo: months.upperBound)
  }

  /// The key; a new one, which is the reports' owner's, where there is none and nothing was published.
  func usedKey(_ say: (RunNotice) -> Void) throws -> PseudonymKey {
    try key
      ?? openKey(programme, inputs, ledgerKeyId: nil, mayCreate: true, owner: Owner(of: store.reports.path)) {
        say(.made($0))
      }!
  }

  /// The editions of the months, where none of them changed: known by names and hashes, without understanding a single
  /// export.
  func unchangedEditions() throws -> [(Month, EditionRecord)]? {
    let editions = months.compactMap { month in current[month].map { (month, $0) } }
    guard editions.count == months.count else { return nil }
    if request.remakes, editions.contains(where: { $0.1.bilanVersion != bilanVersion }) { return nil }
    let prints = try timings.measure("empreintes") { try fingerprints(of: months, inputs, files, programme) }
    return try editions.allSatisfy { try store.knows(prints[$0] ?? "", as: $1) } ? editions : nil
  }

  /// Published months that stay as they are, and closed ones that would not. Inputs that confirm an edition are noted.
  func sorted(_ checked: CheckedMonth) throws -> (unchanged: [Month], closed: [Month]) {
    let editions = current.filter { months.contains($0.key) }
    let standings = try standingByMonth(of: editions, checked, store)
    let remade = try remade(standings, checked)
    let changing = standings.keys.sorted().filter { standings[$0] == .changed || remade.contains($0) }
    try noteConfirmed(standings, editions, checked, store)
    return (
      standings.keys.sorted().filter { !changing.contains($0) },
      try changing.filter { try store.closing(of: $0) != nil }
    )
  }

  /// Months to publish again though nothing changed: another version of bilan made them otherwise.
  private func remade(_ standings: [Month: Standing], _ checked: CheckedMonth) throws -> Set<Month> {
    guard request.remakes else { return [] }
    return try standings.reduce(into: []) { months, standing in
      guard standing.value != .changed, let edition = current[standing.key],
        try remake(of: edition, from: checked.limited(to: standing.key), store) != nil
      else { return }
      months.insert(standing.key)
    }
  }

  /// Other published months that the inputs no longer give as they are. Inputs that confirm one are noted.
  func staleMonths(_ loaded: LoadedDefinitions) throws -> [Month] {
    let others = current.filter { !months.contains($0.key) }
    guard let first = others.keys.min(), let last = others.keys.max() else { return [] }
    let prints = try fingerprints(of: first...last, inputs, files, programme)
    let unknown = try others.filter { month, edition in try !store.knows(prints[month] ?? "", as: edition) }
    guard let newest = unknown.keys.max() else { return [] }
    let checked = try readInputs(inputs, loaded, month: newest, timings: Timings())
    let standings = try standingByMonth(of: unknown, checked, store)
    try noteConfirmed(standings, unknown, checked, store)
    return standings.filter { $0.value == .changed }.keys.sorted()
  }
}
