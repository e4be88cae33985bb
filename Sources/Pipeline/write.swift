import Compute
import Domain
import Protect
import Report
import System
import Workbook

/// Writes an edition: into a partial folder, every workbook read back, everything synced, the folder renamed (the commit
/// point), the month's link swapped. What fails on the way is removed, and nothing was published.
func write(
  _ gathered: Gathered, _ figures: Figures, _ edition: Edition, fingerprint: String, inputs: InputsFolder,
  reports: ReportsFolder, timings: Timings
) throws -> Published {
  let definitions = gathered.definitions
  var month = reportedMonth(gathered, figures, edition, timings: timings)
  month.effects = try timings.measure("effets") { try faultEffects(gathered, figures, inputs: inputs) }
  let released = month.figures
  let content = timings.measure("rapports") { report(month) }
  let table = figuresTable(figures, definitions.catalogue)
  let partial = reports.partial(edition.description)
  try removeTree(partial)
  do {
    let files: [Manifest.File] = try timings.measure("classeurs et pages") { try writeContent(content, into: partial) }
    let manifest = Manifest(
      edition: edition, programme: definitions.programme, fingerprint: fingerprint, inputs: manifestInputs(gathered),
      definitions: try gathered.definitionHashes.map {
        Manifest.File(path: $0.file, sha256: $0.sha256, bytes: try inputs.text($0.file).count)
      },
      protection: protection(released, definitions.programme.confidentiality), figures: sha256(table), files: files)
    try createFile(partial + "/manifest.json", manifest.encoded())
    try timings.measure("publication") {
      try removeTree(reports.figures(edition.description))
      try createFile(reports.figures(edition.description), table)
      try syncPaths([partial + "/manifest.json", reports.figures(edition.description)])
      try syncFolders(partial)
      try stopIfAsked()
      try renameNew(partial, to: reports.folder(edition.description))
      try syncPath(reports.editions)
      try reports.point(edition.month, to: edition.description)
    }
    return Published(
      edition: edition, gathered: gathered, figures: figures, hidden: manifest.protection.hiddenPrimary,
      files: files.map(\.path))
  } catch {
    // The first error is the one to tell; what cannot be removed now is removed by the next run.
    try? removeTree(partial)
    throw error
  }
}

/// What the reports of a month are made from.
func reportedMonth(_ gathered: Gathered, _ figures: Figures, _ edition: Edition, timings: Timings) -> ReportedMonth {
  let definitions = gathered.definitions
  return ReportedMonth(
    month: gathered.month, edition: edition, definitions: definitions,
    figures: protect(figures, under: definitions.programme.confidentiality, catalogue: definitions.catalogue),
    history: timings.measure("évolution") { history(gathered) }, deliveries: gathered.facts.deliveries,
    findings: gathered.findings)
}

/// Every figure of the gathered month.
func computeAll(_ gathered: Gathered) -> Figures {
  compute(
    gathered.definitions.catalogue, from: gathered.facts, of: gathered.definitions.programme,
    with: gathered.definitions.reference, for: gathered.month)
}

/// Files and workbooks with their hashes, in path order. Each workbook is read back and held against what was meant.
private func writeContent(_ content: ReportContent, into partial: String) throws -> [Manifest.File] {
  for folder in ["", "/financeurs", "/retours", "/interne", "/.tmp"] { try makeFolder(partial + folder) }
  try stopIfAsked()
  try sideBySide(content.books.count) { index in
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

private func syncFolders(_ partial: String) throws {
  try syncPaths(["/financeurs", "/retours", "/interne", ""].map { partial + $0 })
}

private func manifestInputs(_ gathered: Gathered) -> [Manifest.Input] {
  gathered.facts.deliveries.map { delivery in
    Manifest.Input(
      file: delivery.file, sha256: delivery.sha256,
      association: gathered.definitions.programme.associations[delivery.association].id, kind: delivery.kind.id,
      month: delivery.month.description, outcome: String(describing: delivery.outcome), rowsKept: delivery.rowsKept,
      rowsRefused: delivery.rowsRefused)
  }
}

private func protection(_ released: ReleasedFigures, _ rules: Programme.Confidentiality) -> Manifest.Protection {
  Manifest.Protection(
    personsThreshold: rules.personsThreshold, sensitiveThreshold: rules.sensitiveThreshold,
    hiddenPrimary: released.all.filter { $0.confidentiality == .C }.count,
    hiddenSecondary: released.all.filter { $0.confidentiality == .D }.count)
}
