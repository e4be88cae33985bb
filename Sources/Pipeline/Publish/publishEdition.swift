import Domain
import Host
import Ledger
import Report

/// Writes an edition: into a partial folder, every file read back, everything synced, the folder renamed, the ledger
/// committed (before that moment there is no edition), the month's link swapped. What fails on the way is removed, and
/// nothing was published.
func publishEdition(
  _ source: EditionSource, _ planned: PlannedEdition, _ publisher: Publisher
) throws -> Published {
  let (store, timings) = (publisher.store, publisher.timings)
  let name = source.edition.description
  let content = try timings.measure("rapports") { report(try source.reportedMonth) }
  let table = figuresTable(source.figures, source.checked.definitions.catalogue)
  let partial = store.reports.partial(name)
  try removeTree(partial)
  return try undoable({ removeWhileWritten(partial) }) {
    try publishEdition(source, planned, content, table, publisher)
  }
}

/// The same, into a partial folder that is removed by whoever ends the program meanwhile.
private func publishEdition(
  _ source: EditionSource, _ planned: PlannedEdition, _ content: ReportContent, _ table: [UInt8], _ publisher: Publisher
) throws -> Published {
  let (store, timings) = (publisher.store, publisher.timings)
  let name = source.edition.description
  let partial = store.reports.partial(name)
  do {
    let files = try timings.measure("classeurs et pages") { try writeContent(content, into: partial) }
    var contents = try contents(source, planned, figures: sha256(table), publisher)
    let lists = try sealedLists(of: contents, store)
    var copy = EditionCopy(contents, as: lists, keyId: publisher.keyId)
    let manifest = Manifest(
      source, figures: contents.edition.figures, fingerprint: contents.edition.fingerprint,
      predecessorManifest: planned.current?.manifest,
      ledger: publisher.digests.hashes(of: EditionCopy.told(contents, as: lists)), files: files)
    let bytes = try manifest.encoded(publisher.records.lines(of: planned.inputs))
    try createFile(partial + "/manifest.json", bytes)
    (contents.edition.manifest, contents.edition.told) = (sha256(bytes), manifest.note.text)
    copy.setOrigin(contents.edition, keyId: publisher.keyId)
    try timings.measure("publication") {
      try syncEdition(partial, source, copy, of: name, publisher)
      try stopIfAsked()
      try inOnePiece {
        try renameNew(partial, to: store.reports.folder(name))
        try commit(contents, lists, source.edition, publisher)
        notePublished(manifest, planned, publisher)
        do { try store.reports.point(source.edition.month, to: name) } catch let error as SystemError {
          throw LinkBehind(edition: name, error)
        }
      }
    }
    return Published(
      edition: source.edition, checked: source.checked, comparison: planned.comparison, figures: source.figures,
      files: files.map(\.path))
  } catch {
    // The first error is the one to tell; what cannot be removed now is removed by the next run.
    try? removeTree(partial)
    throw error
  }
}

/// How its rows are written, with how its exports read under seal.
private func sealedLists(of contents: EditionContents, _ store: EditionStore) throws -> EditionLists {
  var lists = try store.ledger.lists(of: contents)
  for index in lists.readings.indices { lists.readings[index].seal = sha256(lists.readings[index].text.utf8) }
  return lists
}

/// The next edition of this run need not ask the disk for it.
private func notePublished(_ manifest: Manifest, _ planned: PlannedEdition, _ publisher: Publisher) {
  publisher.store.knowPublished(manifest.edition, manifest)
  publisher.archiver.notePublished(planned.inputs)
}

/// Everything that the commit will speak of is on the disk: the archive, the manifest, the folders.
private func syncEdition(
  _ partial: String, _ source: EditionSource, _ copy: EditionCopy, of edition: String, _ publisher: Publisher
) throws {
  let archive = publisher.store.archive
  let definitions = try archive.store(source.checked.loaded.files)
  let copyPath = try archive.store(copy, of: edition)
  try syncPaths([partial + "/manifest.json", copyPath] + definitions + publisher.archiver.takeUnsynced())
  try syncPaths(["/financeurs", "/retours", "/interne", ""].map { partial + $0 })
  try syncPaths([archive.path, archive.path + "/definitions", archive.copies])
}

/// The moment at which the edition begins to exist. Its folder has its name already; where the commit fails it loses it.
private func commit(
  _ contents: EditionContents, _ lists: EditionLists, _ edition: Edition, _ publisher: Publisher
) throws {
  let reports = publisher.store.reports
  do {
    try syncPath(reports.editions)
    try publisher.store.ledger.commit(
      contents, as: lists, keyId: publisher.keyId, run: trace(edition.month, .published))
  } catch {
    // What cannot be removed now is put aside by the next run.
    if isCertainlyUnknown(edition, to: reports) { try? removeTree(reports.folder(edition.description)) }
    throw error
  }
}

/// Whether an edition whose commit failed never was one. A disk may fail after the commit: its journal is gone, and that alone could
/// not be synced. So the ledger is asked, afresh; where it does not answer, the folder stays for the next run to judge.
private func isCertainlyUnknown(_ edition: Edition, to reports: ReportsFolder) -> Bool {
  do {
    return try Ledger(reports.ledger, .reading).edition(edition.month.description, number: edition.number) == nil
  } catch { return false }
}

/// What the ledger keeps of an edition, but for its manifest, which speaks of the rest.
private func contents(
  _ source: EditionSource, _ planned: PlannedEdition, figures: String, _ publisher: Publisher
) throws -> EditionContents {
  let edition = source.edition
  let record = EditionRecord(
    month: edition.month.description, number: edition.number, predecessor: edition.predecessor, reason: edition.reason,
    materiality: edition.materiality?.rawValue, causes: edition.causes.map(\.rawValue).joined(separator: " "),
    changes: edition.changes, programme: source.checked.definitions.programme.id, bilanVersion: bilanVersion,
    fingerprint: fingerprint(source.checked), figures: figures, manifest: "",
    // With a loss that was not accepted it would not have come so far.
    acceptedLoss: !planned.losses.isEmpty, publishedAt: timestamp(Clock.now),
    effects: try encode(source.costs))
  return EditionContents(
    edition: record, inputs: publisher.records.records(of: planned.inputs),
    definitions: source.checked.loaded.files.map { DefinitionRecord(file: $0.file, sha256: $0.sha256) },
    findings: publisher.records.records(of: source.checked.found),
    figures: zip(source.figures.all, source.release.figures.all).map { $0.record($1.confidentiality) },
    archivedExports: publisher.archiver.newReadings(of: planned.inputs), disclosures: source.disclosures)
}
