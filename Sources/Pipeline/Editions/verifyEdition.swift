import Domain
import Foundation
import Host
import Ledger
import Synchronization

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

/// Several side by side. Each worker has a store of its own: what is kept of the edition looked at last is of use to its next one.
func verifyAll(_ store: EditionStore, _ progress: Headway) throws -> [Verification] {
  let editions = try store.editions()
  progress.step("vérification")
  // The newest month first, and alone: its rows hold those of the others.
  let order = editions.indices.sorted { (editions[$0].month, $0) > (editions[$1].month, $1) }
  guard let newest = order.first else { return [] }
  let readings = SharedReadings()
  let done = Mutex(0)
  @Sendable func verify(_ index: Int, _ store: EditionStore) throws -> (Int, Verification) {
    // Told before the next one counts: a bar never goes back.
    done.withLock { done in
      progress.count(done, of: editions.count, "éditions")
      done += 1
    }
    return (index, try verifyEdition(editions[index], store))
  }
  @Sendable func sharing() -> EditionStore {
    var sharing = EditionStore(store.reports, ledger: store.ledger)
    sharing.readings = readings
    sharing.rows = store.rows
    return sharing
  }
  var found = [try verify(newest, sharing())]
  // An edition costs the more the later it is: every worker takes late and early ones.
  let workers = min(ProcessInfo.processInfo.activeProcessorCount, order.count - 1)
  found += try concurrentMap(workers) { worker in
    let store = sharing()
    return try stride(from: 1 + worker, to: order.count, by: workers).map { try verify(order[$0], store) }
  }.flatMap { $0 }
  return found.sorted { $0.0 < $1.0 }.map(\.1)
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
