import Domain
import Host
import Ledger

/// Verifies the edition named, the current one of the month named, or all. Throws ``NoSuchEdition``, ``LedgerMissing``,
/// ``LedgerInconsistent``, `LedgerError` and `SystemError`; what differs is no error.
package func verifyEditions(
  _ name: String?, reports: ReportsFolder, progress: Headway = .unheard
) throws -> [Verification] {
  guard let store = try EditionStore(reading: reports) else {
    if let name { throw NoSuchEdition(edition: name, known: []) }
    return []
  }
  guard let name else { return try verifyAll(store, progress) }
  guard let named = try store.edition(name) ?? store.ledger.currentEdition(of: name) else {
    throw NoSuchEdition(edition: name, known: try store.editions().map(\.name))
  }
  return [try verifyEdition(named, store)]
}

func verifyAll(_ store: EditionStore, _ progress: Headway) throws -> [Verification] {
  let editions = try store.editions()
  progress.step("vérification")
  var sharing = store
  sharing.readings = SharedReadings()
  // The newest month first: its rows hold those of the others.
  let order = editions.indices.sorted { (editions[$0].month, $0) > (editions[$1].month, $1) }
  var found: [Int: Verification] = [:]
  for (number, index) in order.enumerated() {
    progress.count(number, of: editions.count, "éditions")
    found[index] = try verifyEdition(editions[index], sharing)
  }
  return editions.indices.compactMap { found[$0] }
}

/// Compares every file of an edition with its manifest, the manifest with the ledger, the archive with the ledger; computes
/// every figure again from the archive; and makes every file again, where this version of the program made them. Needs no
/// inputs and no key.
func verifyEdition(_ edition: EditionRecord, _ store: EditionStore) throws -> Verification {
  try stopIfAsked()
  var check = EditionCheck(edition, store)
  try check.manifestAndFiles()
  try check.ledger()
  try check.archive()
  try check.figures()
  try check.bytes()
  return Verification(
    edition: edition.name, successor: try store.successor(of: edition)?.name, files: check.fileCount,
    archived: check.archiveCount, purged: check.purgedCount, purgedOn: check.purgedOn, figures: check.figureCount,
    bytes: check.bytesFound,
    discrepancies: check.discrepancies, needsBackup: check.needsBackup)
}

/// Before a run says that nothing changed: what it would publish must be there. Throws ``EditionDamaged``.
func requireWhole(_ edition: EditionRecord, _ store: EditionStore) throws {
  var check = EditionCheck(edition, store)
  try check.manifestAndFiles()
  guard let first = check.discrepancies.first else { return }
  let others =
    check.discrepancies.count > 1 ? " (et \(check.discrepancies.count - 1) autres : bilan verify \(edition.name))" : ""
  throw EditionDamaged(
    description: "édition \(edition.name) abîmée : \(first)\(others) ; la remettre depuis une sauvegarde")
}

/// Files and archive of every edition in force, and what the ledger keeps of all of them; gives what is wrong.
func discrepanciesInForce(_ store: EditionStore) throws -> [String] {
  _ = try store.programme()
  let current = Set(try store.currentEditions().values.map(\.name))
  return try store.editions().flatMap { edition in
    var check = EditionCheck(edition, store)
    if current.contains(edition.name) { try check.manifestAndFiles() }
    try check.ledger()
    if current.contains(edition.name) { try check.archive() }
    return check.discrepancies
  }
}
