import Domain
import Ledger
import Report
import Host
import Workbook

/// Writes an edition: into a partial folder, every file read back, everything synced, the folder renamed, the ledger
/// committed (before that moment there is no edition), the month's link swapped. What fails on the way is removed, and
/// nothing was published.
func write(_ planned: PlannedEdition, _ fingerprint: String, _ publisher: Publisher) throws -> Published {
  let (store, timings) = (publisher.store, publisher.timings)
  let past = timings.measure("évolution") { history(planned.checked) }
  let source = try editionSource(planned, past, publisher)
  let name = source.edition.description
  let month = source.month(history: past)
  let content = timings.measure("rapports") { report(month) }
  let table = figuresTable(planned.figures, planned.checked.definitions.catalogue)
  let partial = store.reports.partial(name)
  try removeTree(partial)
  do {
    let files = try timings.measure("classeurs et pages") { try writeContent(content, into: partial) }
    let manifest = Manifest(
      source, month.figures, inputs: planned.inputs, figures: sha256(table), fingerprint: fingerprint,
      predecessorManifest: planned.current?.manifest, files: files)
    let bytes = try manifest.encoded()
    try createFile(partial + "/manifest.json", bytes)
    try timings.measure("publication") {
      let definitions = try store.archive.store(planned.checked.loaded.files)
      try syncPaths([partial + "/manifest.json"] + definitions + publisher.archiver.takeUnsynced())
      try syncPaths(["/financeurs", "/retours", "/interne", ""].map { partial + $0 })
      try syncPaths([store.archive.path, store.archive.path + "/definitions"])
      try stopIfAsked()
      try renameNew(partial, to: store.reports.folder(name))
      do {
        try syncPath(store.reports.editions)
        try commit(source, planned, month.figures, manifest, sha256(bytes), publisher)
      } catch {
        // Not committed: it never was an edition. What cannot be removed now is put aside by the next run.
        try? removeTree(store.reports.folder(name))
        throw error
      }
    }
    do { try store.reports.point(source.edition.month, to: name) } catch let error as SystemError {
      throw LinkBehind(edition: name, error)
    }
    return Published(
      edition: source.edition, checked: planned.checked, comparison: planned.comparison,
      figures: planned.figures,
      files: files.map(\.path))
  } catch {
    // The first error is the one to tell; what cannot be removed now is removed by the next run.
    try? removeTree(partial)
    throw error
  }
}

private func editionSource(
  _ planned: PlannedEdition, _ past: [Figures], _ publisher: Publisher
) throws -> EditionSource {
  let store = publisher.store
  return EditionSource(
    checked: planned.checked, figures: planned.figures,
    edition: planned.edition(reason: publisher.request.reason),
    effects: try publisher.timings.measure("effets") {
      try refusalCosts(planned.checked, planned.figures, inputs: publisher.inputs)
    },
    predecessor: try planned.current.map { try store.predecessor($0) },
    otherMonths: try store.otherMonths(past, planned.checked.definitions))
}

extension EditionStore {
  /// What the reports of the edition after it are told of an edition.
  func predecessor(_ edition: EditionRecord) throws -> EditionSource.Predecessor {
    EditionSource.Predecessor(
      findings: try findings(of: edition), inputs: try inputs(of: edition), hidden: try hidden(in: edition))
  }
}

private func commit(
  _ source: EditionSource, _ planned: PlannedEdition, _ released: ReleasedFigures, _ manifest: Manifest,
  _ manifestHash: String, _ publisher: Publisher
) throws {
  let edition = source.edition
  let now = timestamp(Clock.now)
  let programme = source.checked.definitions.programme
  let record = EditionRecord(
    month: edition.month.description, number: edition.number, predecessor: edition.predecessor, reason: edition.reason,
    materiality: edition.materiality?.rawValue, causes: edition.causes.map(\.rawValue).joined(separator: " "),
    changes: edition.revisions.count, programme: programme.id, bilanVersion: bilanVersion,
    fingerprint: manifest.fingerprint, figures: manifest.figures, manifest: manifestHash,
    acceptedLoss: publisher.request.acceptsLoss && !planned.losses.isEmpty, publishedAt: now,
    effects: try encode(source.effects, programme))
  let archivedExports = planned.inputs.compactMap { input in
    input.archive.map {
      ArchivedExportRecord(
        sha256: input.sha256, association: input.key.association, kind: input.key.kind.id,
        definitionsHash: publisher.archiver.definitionsHash, archive: $0.name, archiveSHA256: $0.sha256)
    }
  }
  try publisher.store.ledger.commit(
    EditionContents(
      edition: record, inputs: planned.inputs.map(\.record),
      definitions: source.checked.loaded.files.map { DefinitionRecord(file: $0.file, sha256: $0.sha256) },
      findings: source.checked.findings.map(\.record),
      figures: zip(source.figures.all, released.all).map { $0.record($1.confidentiality) },
      archivedExports: archivedExports),
    keyId: publisher.keyId,
    run: RunRecord(at: now, month: record.month, bilanVersion: bilanVersion, outcome: .published))
}

/// Files and workbooks with their hashes, in path order. Each workbook is read back and held against what was meant.
private func writeContent(_ content: ReportContent, into partial: String) throws -> [Manifest.File] {
  for folder in ["", "/financeurs", "/retours", "/interne", "/.tmp"] { try makeFolder(partial + folder) }
  try stopIfAsked()
  try concurrentMap(content.books.count) { index in
    let (path, book) = content.books[index]
    try Workbook.write(book, to: partial + "/" + path, temporaryFolder: partial + "/.tmp")
    try Workbook.verify(book, at: partial + "/" + path)
  }
  try removeTree(partial + "/.tmp")
  try stopIfAsked()
  for file in content.files { try createFile(partial + "/" + file.path, file.bytes) }
  try syncPaths(content.books.map { partial + "/" + $0.path } + content.files.map { partial + "/" + $0.path })
  return try readBack(content, in: partial).sorted { $0.path < $1.path }
}

/// What stands on the disk, hashed; anything but a workbook (verified already) is held against what was meant.
private func readBack(_ content: ReportContent, in partial: String) throws -> [Manifest.File] {
  var files: [Manifest.File] = []
  for (path, _) in content.books {
    let bytes = try readFile(partial + "/" + path)
    files.append(Manifest.File(path: path, sha256: sha256(bytes), bytes: bytes.count))
  }
  for file in content.files {
    guard try readFile(partial + "/" + file.path) == file.bytes else {
      throw EditionDamaged(description: "\(file.path) : relu autrement qu'écrit ; vérifier le disque")
    }
    files.append(Manifest.File(path: file.path, sha256: sha256(file.bytes), bytes: file.bytes.count))
  }
  return files
}
