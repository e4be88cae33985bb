import Domain
import Ledger
import Report
import Host
import Workbook

/// Looks at an edition as it stands: its files, its archive, its figures, its bytes.
struct EditionCheck {
  let edition: EditionRecord
  let store: EditionStore
  var discrepancies: [String] = []
  var fileCount = 0
  var archiveCount = 0
  /// Exports that were removed when their time was over: nothing is wrong, and nothing can be computed from them.
  var purgedCount = 0
  var purgedOn: Day?
  var figureCount = 0
  var bytesFound = Verification.Bytes.unknown
  /// Nothing can be computed where the archive is damaged.
  private var isArchiveWhole = true
  /// Nothing is known of its archive and its figures where the ledger is damaged.
  private var isLedgerWhole = true
  /// Discrepancies that say themselves what mends them, and it is no backup.
  private var mendable = 0
  var needsBackup: Bool { discrepancies.count > mendable }
  private var manifest: Manifest?
  /// Its inputs and figures, once they were read and computed again.
  private var computed: (checked: CheckedMonth, figures: Figures)?
  private let folder: String

  /// `folder`: another than its own, where a copy may stand.
  init(_ edition: EditionRecord, _ store: EditionStore, folder: String? = nil) {
    self.edition = edition
    self.store = store
    self.folder = folder ?? store.reports.folder(edition.name)
  }

  mutating func manifestAndFiles() throws {
    let path = folder + "/manifest.json"
    guard let bytes = try bytes(of: path) else { return }
    guard sha256(bytes) == edition.manifest else {
      discrepancies.append("\(path) : ce n'est pas le manifeste publié")
      return
    }
    let manifest = try Manifest(brief: bytes)
    self.manifest = manifest
    for file in manifest.files {
      fileCount += 1
      let path = folder + "/" + file.path
      if let bytes = try self.bytes(of: path), sha256(bytes) != file.sha256 {
        discrepancies.append("\(path) : ce n'est pas ce qui a été publié")
      }
    }
    let known = Set(manifest.files.map(\.path) + ["manifest.json"])
    for path in try tree(folder) where !known.contains(path) {
      discrepancies.append("\(folder)/\(path) : n'est pas de cette édition")
    }
  }

  /// nil, and a discrepancy: it is not there, or is not a file.
  private mutating func bytes(of path: String) throws -> [UInt8]? {
    do { return try readFile(path, limit: Int.max) } catch let error as SystemError where error.isMissing {
      discrepancies.append("\(path) : absent")
    } catch is FileRefused {
      discrepancies.append("\(path) : ce n'est pas un fichier ordinaire")
    }
    return nil
  }

  /// What the ledger keeps of it is what its manifest says.
  mutating func ledger() throws {
    do { try requireProvedRows(of: edition, store) } catch let error as LedgerInconsistent {
      noteMendable(error.oneLine)
      isLedgerWhole = false
    } catch is EditionDamaged {
      // The manifest, which was named already.
      isLedgerWhole = false
    }
    if isLedgerWhole, let note = edition.note, let published = try store.manifestNote(of: edition), note != published {
      noteMendable(store.inconsistent(noteOf: edition).oneLine)
    }
    let path = store.archive.copyPath(edition.name)
    guard try isPresent(path) else {
      // Before 0.7 there was none: the next run makes it, and nothing is wrong.
      guard manifest?.ledger != nil else { return }
      noteMendable("\(path) : absent de l'archive ; la prochaine exécution le refait")
      return
    }
    guard try !isCopySound() else { return }
    noteMendable("\(path) : ce n'est plus ce qui a été archivé ; le supprimer, la prochaine exécution le refait")
  }

  /// Whether the copy says what was published, and refers to what the ledger refers to; nothing is known where the ledger itself does not
  /// say what was published.
  private func isCopySound() throws -> Bool {
    guard let copy = try store.archive.copy(of: edition.name) else { return false }
    guard isLedgerWhole, !copy.isWhole else { return true }
    let lists = EditionCopy.lists(
      try store.inputList(of: edition), try store.ledger.findingList(of: edition), in: edition.name)
    let told = try store.toldHashes(of: edition)
    return EditionCopy.Section.allCases.allSatisfy { section in
      switch section {
      case .inputs, .findings, .places, .inherited: copy.sections[section] == lists[section]
      case .edition, .definitions, .figures, .disclosures:
        told[section.rawValue].map { copy.sections[section].map { sha256($0) } == $0 } ?? true
      // Of this machine; of a copy that was made again, all readings that are known.
      case .origin, .readings: true
      }
    }
  }

  private mutating func noteMendable(_ text: String) {
    discrepancies.append(text)
    mendable += 1
  }

  mutating func archive() throws {
    guard isLedgerWhole else { return }
    func damaged(_ error: ArchiveDamaged) {
      discrepancies.append(error.description)
      isArchiveWhole = false
    }
    for record in try store.definitionRecords(of: edition) {
      archiveCount += 1
      do { _ = try store.archive.definition(record.file, record.sha256) } catch let error as ArchiveDamaged {
        damaged(error)
      }
    }
    for entry in Set(try store.inputs(of: edition).compactMap(\.archive)).sorted(by: { $0.name < $1.name }) {
      do {
        if store.readings?.isSound(entry) != true {
          _ = try store.archive.text(entry)
          store.readings?.found(sound: entry)
        }
        archiveCount += 1
      } catch let error as ArchiveDamaged {
        if let day = error.purgedOn {
          (purgedCount, purgedOn) = (purgedCount + 1, max(purgedOn ?? day, day))
        } else {
          archiveCount += 1
          damaged(error)
        }
      }
    }
  }

  mutating func figures() throws {
    guard isArchiveWhole, isLedgerWhole else { return }
    guard purgedCount == 0 else { return try publishedFigures() }
    let checked = try readEdition(edition, store)
    let published = try store.figures(of: edition)
    let figures = try computeAll(checked)
    computed = (checked, figures)
    figureCount = figures.all.count
    let before = figureRows(published, checked.definitions.catalogue)
    let after = figureRows(figures, checked.definitions.catalogue)
    if sha256(figuresTable(published, checked.definitions.catalogue)) != edition.figures {
      noteMendable(store.inconsistent(edition, .figures).oneLine)
    }
    let moved = Set(before).symmetricDifference(after).map { "\($0[0]) \($0[2])" }
    for name in Set(moved).sorted().prefix(20) {
      discrepancies.append("\(edition.name) : \(name) recalculé depuis l'archive donne un autre chiffre")
    }
  }

  /// What the ledger has of them, where nothing can be computed any more.
  private mutating func publishedFigures() throws {
    let catalogue = try store.definitions(of: edition).definitions.catalogue
    guard try sha256(figuresTable(store.figures(of: edition), catalogue)) != edition.figures else { return }
    noteMendable(store.inconsistent(edition, .figures).oneLine)
  }

  /// Whether rows that its reports were made of are gone, its own or, for what moved, those of the edition before.
  private func isPurged() throws -> Bool {
    if purgedCount > 0 { return true }
    guard let name = edition.predecessor, let before = try store.edition(name) else { return false }
    return try store.inputs(of: before).compactMap(\.archive).contains { entry in
      do {
        _ = try store.archive.text(entry)
        return false
      } catch let error as ArchiveDamaged { return error.purgedOn != nil }
    }
  }

  /// Only where nothing is wrong so far: what was named already would only come up a second time.
  mutating func bytes() throws {
    guard edition.bilanVersion == bilanVersion else {
      bytesFound = .otherVersion(edition.bilanVersion)
      return
    }
    guard discrepancies.isEmpty, let manifest else { return }
    if try isPurged() {
      bytesFound = .purged
      return
    }
    let (checked, figures) = try computed ?? computedAgain(edition, store)
    let content = report(try remakeSource(edition, checked, figures, manifest, store).reportedMonth)
    let hashes = Dictionary(uniqueKeysWithValues: manifest.files.map { ($0.path, $0.sha256) })
    var made: Set<String> = []
    var again = try hashesMadeAgain(content)
    // Before an edition is called damaged: was it the disk that the workbooks were made on?
    if again.contains(where: { hashes[$0.0] != $0.1 }) { again = try hashesMadeAgain(content, isChecked: true) }
    for (path, hash) in again {
      made.insert(path)
      if hashes[path] != hash { discrepancies.append("\(folder)/\(path) : refait depuis l'archive, il diffère") }
    }
    for path in hashes.keys.sorted() where !made.contains(path) {
      discrepancies.append("\(folder)/\(path) : ne se refait pas depuis l'archive")
    }
    if discrepancies.isEmpty { bytesFound = .same }
  }
}

/// Path and hash of each file of an edition, written again into a private folder that is removed at once. `isChecked`: a workbook
/// that does not read as it was meant throws.
func hashesMadeAgain(_ content: ReportContent, isChecked: Bool = false) throws -> [(String, String)] {
  try withTemporaryFolder { folder in
    var hashes = content.files.map { ($0.path, sha256($0.bytes)) }
    for (number, entry) in content.books.enumerated() {
      try stopIfAsked()
      let path = "\(folder)/\(number).xlsx"
      try Workbook.write(entry.book, to: path, temporaryFolder: folder)
      if isChecked { try Workbook.verify(entry.book, at: path) }
      hashes.append((entry.path, sha256(try readFile(path))))
    }
    return hashes
  }
}

/// Paths of everything in a folder but folders, relative to it.
private func tree(_ folder: String, _ prefix: String = "") throws -> [String] {
  try listFolder(folder).flatMap { entry in
    entry.kind == .folder
      ? try tree(folder + "/" + entry.name, prefix + entry.name + "/") : [prefix + entry.name]
  }
}
