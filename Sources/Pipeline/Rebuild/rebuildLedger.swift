import Domain
import Host
import Ledger

/// Makes the ledger again from the editions' manifests and the archive, with what can still be read of the old one, which is put
/// aside and never deleted; then looks at every edition. nil: the ledger there is says what was published, and stays. Under the
/// lock. Throws ``RebuildImpossible``, ``EditionDamaged``, ``FileLock/Held``, `LedgerError` (of a newer version, busy, refused)
/// and `SystemError`.
package func rebuildLedger(_ reports: ReportsFolder, progress: Headway = .unheard) throws -> RebuiltLedger? {
  guard try isPresent(reports.editions) else { return nil }
  return try reports.tellingDenials { try rebuild(reports, progress) }
}

private func rebuild(_ reports: ReportsFolder, _ progress: Headway) throws -> RebuiltLedger? {
  let lock = try reports.openForWriting()
  defer { withExtendedLifetime(lock) {} }
  progress.step("lecture des éditions")
  let found = try reports.foundEditions()
  return try withTemporaryFolder { folder in
    try rebuild(reports, found, old: readableStore(reports, in: folder), progress)
  }
}

private func rebuild(
  _ reports: ReportsFolder, _ found: [FoundEdition], old: EditionStore?, _ progress: Headway
) throws -> RebuiltLedger? {
  if let old, try isSound(old, found) { return nil }
  guard try !found.isEmpty || isPresent(reports.ledger) else { return nil }

  let archive = Archive(path: reports.own + "/archive")
  try archive.prepare()
  let copies = try copies(of: found, archive, old, reports)
  let (salvage, lost) = try salvage(old, found)
  let kept = try replaceLedger(reports, archive, found, copies, salvage)

  // The links follow the new ledger.
  let store = try EditionStore(writing: reports)
  try reconcile(store) { _ in }
  return RebuiltLedger(
    path: reports.ledger, keptLedger: kept, editions: found.map(\.name), lost: lost,
    verifications: try verifyAll(store, progress))
}

/// The old ledger, where it can be opened at all: a copy of bytes that were read whole. A disk that stutters throws here; SQLite
/// would take it for damage, and what only this ledger knows would be lost.
private func readableStore(_ reports: ReportsFolder, in folder: String) throws -> EditionStore? {
  guard try fileSize(reports.ledger) ?? 0 > 0 else { return nil }
  let copy = folder + "/ledger.sqlite"
  for suffix in ["", "-journal"] where try isPresent(reports.ledger + suffix) {
    try createFile(copy + suffix, readFile(reports.ledger + suffix, limit: Int.max))
  }
  do { return EditionStore(reports, ledger: try Ledger(copy, .reading)) } catch {
    switch error.kind {
    // No ledger of ours, or no longer one.
    case .damaged, .older, .defect: return nil
    // Making it again would lose what the newer one knows, or would fail for the same reason.
    case .newer, .busy, .denied, .disk, .memory: throw error
    }
  }
}

/// Whether the ledger knows every edition there is, and says of each what was published.
private func isSound(_ store: EditionStore, _ found: [FoundEdition]) throws -> Bool {
  do {
    guard try store.ledger.integrityErrors().isEmpty else { return false }
    let known = try store.editions()
    guard Set(known.map(\.name)) == Set(found.map(\.name)) else { return false }
    for edition in known { try requireProvedRows(of: edition, store) }
    _ = try store.programme()
    return true
  } catch is LedgerInconsistent { return false } catch let error as LedgerError where error.kind == .damaged {
    return false
  }
}

/// Of each edition, what the ledger should keep: from the archive, or else from the old ledger, where it says what was published.
private func copies(
  of found: [FoundEdition], _ archive: Archive, _ old: EditionStore?, _ reports: ReportsFolder
) throws -> [EditionCopy] {
  var copies: [String: EditionCopy] = [:]
  for edition in found {
    if let copy = try archive.copy(of: edition.name), copy.origin?.manifest == edition.hash {
      copies[edition.name] = copy
    } else {
      copies[edition.name] = copy(of: edition, old)
    }
  }
  // A list is whole with those that it refers to alone: one copy that is no longer what it was is a fault of others, too.
  let first = sound(found, among: copies)
  for edition in found where !first.contains(edition.name) {
    if let copy = copy(of: edition, old) { copies[edition.name] = copy }
  }
  let whole = sound(found, among: copies)
  let impossible = found.map(\.name).filter { !whole.contains($0) }
  guard impossible.isEmpty else { throw RebuildImpossible(ledger: reports.ledger, editions: impossible) }
  return found.compactMap { copies[$0.name] }
}

/// Of the editions, those whose copies say what was published, and nothing that a ledger could not take.
private func sound(_ found: [FoundEdition], among copies: [String: EditionCopy]) -> Set<String> {
  let known = KnownCopies(copies)
  let ordered = Set(known.inOrderOfPublication)
  return Set(
    found.filter { edition in
      let told = known.toldHashes(of: edition.name)
      return ordered.contains(edition.name) && known.isPlaced(edition.name) && !told.values.contains("")
        && (edition.manifest.ledger ?? [:]).allSatisfy { told[$0.key] == $0.value }
    }.map(\.name))
}

/// From the old ledger; nil: it does not say what was published.
private func copy(of edition: FoundEdition, _ old: EditionStore?) -> EditionCopy? {
  guard let old, let record = (try? old.edition(edition.name)) ?? nil, record.manifest == edition.hash else {
    return nil
  }
  return try? copy(of: record, old)
}

/// The new file takes the old one's place in one step; the old one has its second name before.
private func replaceLedger(
  _ reports: ReportsFolder, _ archive: Archive, _ found: [FoundEdition], _ copies: [EditionCopy], _ salvage: Salvage
) throws -> String? {
  let fresh = reports.own + "/ledger.rebuilt"
  for suffix in ["", "-journal", "-wal", "-shm"] { try removeTree(fresh + suffix) }
  try createFile(fresh, [])
  let named = Dictionary(uniqueKeysWithValues: zip(found.map(\.name), copies))
  let ordered = KnownCopies(named).inOrderOfPublication.compactMap { named[$0] }
  try Ledger(fresh, .writing).restore(ordered, and: salvage)
  let written = try zip(found, copies).filter { try archive.copy(of: $0.name) != $1 }.map { edition, copy in
    try archive.store(copy, of: edition.name)
  }
  try syncPaths(written + [fresh, archive.copies, reports.own])
  let kept = try putAside(reports)
  try rename(fresh, to: reports.ledger)
  try syncPath(reports.own)
  return kept
}

/// The old ledger under another name too, and its journals under that name alone: SQLite would take them for the new one's.
private func putAside(_ reports: ReportsFolder) throws -> String? {
  guard try isPresent(reports.ledger) else { return nil }
  try makeFolder(reports.quarantine)
  var number = 1
  func place() -> String { "\(reports.quarantine)/ledger-\(number).sqlite" }
  while exists(place()) { number += 1 }
  try createFile(place(), readFile(reports.ledger, limit: Int.max))
  for suffix in ["-journal", "-wal", "-shm"] where exists(reports.ledger + suffix) {
    try renameNew(reports.ledger + suffix, to: place() + suffix)
  }
  try syncPaths([place(), reports.quarantine])
  return place()
}
