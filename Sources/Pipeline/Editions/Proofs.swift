import Domain
import Host
import Ledger
import Synchronization

/// What an edition's manifest says of the rows that the ledger keeps of it, and those rows that were asked for before: each is
/// read and held against its hash once.
final class Proofs: Sendable {
  private struct State {
    var manifests: [String: Manifest] = [:]
    var hashes: [String: [String: String]] = [:]
    var figures: [String: [FigureRecord]] = [:]
    var marks: [String: [Figures.Key: Confidentiality]] = [:]
    // Of the edition asked about last alone: these are long lists.
    var inputs: (edition: String, list: EditionList<InputRecord>)?
    var placed: (edition: String, inputs: [EditionInput])?
    var findings: (edition: String, findings: Findings)?
    var definitions: (records: [DefinitionRecord], loaded: LoadedDefinitions)?
  }
  private let state = Mutex(State())

  /// nil: there is none.
  fileprivate func manifest(of edition: String, _ find: () throws -> Manifest?) rethrows -> Manifest? {
    if let known = state.withLock({ $0.manifests[edition] }) { return known }
    let found = try find()
    state.withLock { $0.manifests[edition] = found }
    return found
  }

  fileprivate func keep(_ manifest: Manifest, of edition: String) {
    state.withLock { state in
      state.manifests[edition] = manifest
      state.hashes[edition] = manifest.ledger ?? [:]
    }
  }

  /// By section, of an edition; `find` where nobody asked before.
  func hashes(of edition: String, _ find: () throws -> [String: String]) rethrows -> [String: String] {
    if let known = state.withLock({ $0.hashes[edition] }) { return known }
    let found = try find()
    state.withLock { $0.hashes[edition] = found }
    return found
  }

  func inputs(
    of edition: String, _ find: () throws -> EditionList<InputRecord>
  ) rethrows -> EditionList<InputRecord> {
    if let known = state.withLock({ $0.inputs }), known.edition == edition { return known.list }
    let found = try find()
    state.withLock { $0.inputs = (edition, found) }
    return found
  }

  /// The same with their places in the archive.
  func placed(of edition: String, _ find: () throws -> [EditionInput]) rethrows -> [EditionInput] {
    if let known = state.withLock({ $0.placed }), known.edition == edition { return known.inputs }
    let found = try find()
    state.withLock { $0.placed = (edition, found) }
    return found
  }

  func findings(of edition: String, _ find: () throws -> Findings) rethrows -> Findings {
    if let known = state.withLock({ $0.findings }), known.edition == edition { return known.findings }
    let found = try find()
    state.withLock { $0.findings = (edition, found) }
    return found
  }

  /// What these files of the archive say.
  func definitions(_ records: [DefinitionRecord], _ find: () throws -> LoadedDefinitions) rethrows -> LoadedDefinitions
  {
    if let known = state.withLock({ $0.definitions }), known.records == records { return known.loaded }
    let found = try find()
    state.withLock { $0.definitions = (records, found) }
    return found
  }

  /// An évolution asks for those of thirteen months.
  func marks(
    of edition: String, _ find: () throws -> [Figures.Key: Confidentiality]
  ) rethrows -> [Figures.Key: Confidentiality] {
    if let known = state.withLock({ $0.marks[edition] }) { return known }
    let found = try find()
    state.withLock { $0.marks[edition] = found }
    return found
  }

  func figures(of edition: String, _ find: () throws -> [FigureRecord]) rethrows -> [FigureRecord] {
    if let known = state.withLock({ $0.figures[edition] }) { return known }
    let found = try find()
    state.withLock { $0.figures[edition] = found }
    return found
  }
}

extension EditionStore {
  /// Rows of an edition, where they are what was published. Throws ``LedgerInconsistent`` where they are not, ``EditionDamaged``
  /// and what reading throws.
  func proved<Record: EditionRow>(
    _ records: [Record], _ section: EditionCopy.Section, of edition: EditionRecord
  ) throws -> [Record] {
    guard let hash = try toldHashes(of: edition)[section.rawValue] else { return records }
    guard sha256(Record.text(records)) == hash else { throw inconsistent(edition, section) }
    return records
  }

  func proved<Record>(
    _ list: EditionList<Record>, _ section: EditionCopy.Section, of edition: EditionRecord
  ) throws -> EditionList<Record> {
    guard let hash = try toldHashes(of: edition)[section.rawValue] else { return list }
    guard sha256(ofPieces: list.texts) == hash else { throw inconsistent(edition, section) }
    return list
  }

  /// Of an edition that this run just published: the next one asks for it, and need not read it again.
  func knowPublished(_ edition: String, _ manifest: Manifest) { proofs.keep(manifest, of: edition) }

  /// The edition itself, as it was published.
  func requireProved(_ edition: EditionRecord) throws { _ = try toldHashes(of: edition) }

  /// By section, the hash of what was published. Of an edition of before 0.7, which has none in its manifest: of the copy that
  /// was made of its rows since, or nothing.
  func toldHashes(of edition: EditionRecord) throws -> [String: String] {
    try proofs.hashes(of: edition.name) {
      let hashes = try manifestHashes(of: edition) ?? copiedHashes(of: edition) ?? [:]
      if let hash = hashes[EditionCopy.Section.edition.rawValue], sha256(EditionRecord.text([edition])) != hash {
        throw inconsistent(edition, .edition)
      }
      return hashes
    }
  }

  /// Paths of an edition's files, in its folder, as they were published. Throws ``EditionDamaged``.
  func files(of edition: EditionRecord) throws -> [String] {
    guard let proof = try provedManifest(of: edition) else { throw reports.unreadableManifest(edition.name) }
    return proof.files.map(\.path)
  }

  /// What the ledger has noted of its manifest, or would; nil: it is not there, or of before 0.7 and has no hashes of rows. Throws
  /// ``EditionDamaged``.
  func manifestNote(of edition: EditionRecord) throws -> ToldNote? {
    try provedManifest(of: edition).flatMap { $0.ledger == nil ? nil : $0.note }
  }

  /// For the runs to come, of the editions of which nothing was noted. Throws what reading an edition throws.
  func noteManifests() throws {
    let notes = try ledger.editionsWithoutNote().compactMap { edition in
      try manifestNote(of: edition).map { (edition, $0) }
    }
    if !notes.isEmpty { try ledger.note(notes) }
  }

  private func manifestHashes(of edition: EditionRecord) throws -> [String: String]? {
    guard let proof = try provedManifest(of: edition) else { return nil }
    guard proof.programme == edition.programme else { throw inconsistent(edition, .edition) }
    return proof.ledger
  }

  /// As it was published, but for the lines of exports. nil: the edition's folder is gone, which `verify` tells.
  private func provedManifest(of edition: EditionRecord) throws -> Manifest? {
    try proofs.manifest(of: edition.name) {
      let path = reports.folder(edition.name) + "/manifest.json"
      guard try isPresent(path) else { return nil }
      let bytes = try readFile(path)
      let hash = sha256(bytes)
      guard hash == edition.manifest else {
        // One of the two was changed; the copy knows which.
        if try archive.copy(of: edition.name)?.origin?.manifest == hash { throw inconsistent(edition, .edition) }
        throw EditionDamaged(
          description: "\(path) : ce n'est pas le manifeste publié ; remettre l'édition depuis une sauvegarde")
      }
      return try Manifest(brief: bytes)
    }
  }

  /// Where the rows of its files stand is no part of a manifest: the key decides it. The copy says it too; of files that came with an
  /// edition before, that one's, and which they are.
  func requirePlaces(of list: EditionList<InputRecord>, in edition: EditionRecord) throws {
    if let copy = try archive.copy(of: edition.name), let origin = copy.origin, origin.manifest == edition.manifest {
      guard origin.publishedAt == edition.publishedAt else { throw inconsistent(edition, .edition) }
      guard copy.isWhole || copy.list(.inputs)?.runs == list.copied(by: edition.name) else {
        throw inconsistent(edition, .places)
      }
    }
    for source in list.sources {
      try rows.oncePlaced(source.edition) { try requirePlaces(of: source, in: edition) }
    }
  }

  private func requirePlaces(of source: OwnRows<InputRecord>, in edition: EditionRecord) throws {
    guard let before = try self.edition(source.edition) else { throw inconsistent(edition, "fichier") }
    guard let copy = try archive.copy(of: before.name), copy.origin?.manifest == before.manifest,
      let archived = copy.archived
    else { return }
    let places =
      copy.isWhole
      ? source.positions.map { archived.places.indices.contains($0) ? archived.places[$0] : "" } : archived.places
    let hashes = try rows.archives(archived.hashes.keys, ledger.archives)
    let isSame =
      places == source.records.map(\.archive) && archived.hashes.allSatisfy { hashes[$0.key] == $0.value }
    guard isSame else { throw inconsistent(before, .places) }
  }

  /// Readings of its files are what was noted.
  func requireSealedReadings(of edition: EditionRecord) throws {
    let unsealed = try rows.unsealed {
      Set(
        try ledger.readings().filter { reading in reading.seal.map { $0 != sha256(reading.text.utf8) } ?? false }
          .map(\.archive))
    }
    guard !unsealed.isEmpty,
      try inputList(of: edition).records.contains(where: { $0.archive.map(unsealed.contains) ?? false })
    else { return }
    throw LedgerInconsistent(
      path: reports.ledger,
      detail: "la lecture d'un fichier de l'édition \(edition.name) n'y est plus ce qui a été noté")
  }

  private func copiedHashes(of edition: EditionRecord) throws -> [String: String]? {
    guard let copy = try archive.copy(of: edition.name), copy.origin?.manifest == edition.manifest else { return nil }
    return try KnownCopies(copy, of: edition.name, archive).toldHashes(of: edition.name)
  }

  func inconsistent(noteOf edition: EditionRecord) -> LedgerInconsistent {
    LedgerInconsistent(
      path: reports.ledger,
      detail: "ce qu'il a noté du manifeste de l'édition \(edition.name) n'est plus ce qui a été publié")
  }

  func inconsistent(_ edition: EditionRecord, _ section: EditionCopy.Section) -> LedgerInconsistent {
    let what =
      switch section {
      case .edition: "ce qu'il dit de l'édition \(edition.name) n'est"
      case .inputs: "les fichiers de l'édition \(edition.name) ne sont"
      case .definitions: "les définitions de l'édition \(edition.name) ne sont"
      case .findings: "les constats de l'édition \(edition.name) ne sont"
      case .figures: "les chiffres de l'édition \(edition.name) ne sont"
      case .disclosures: "ce que l'édition \(edition.name) a masqué n'est"
      case .origin, .places, .readings, .inherited: "la place des fichiers de l'édition \(edition.name) n'est"
      }
    return LedgerInconsistent(path: reports.ledger, detail: "\(what) plus ce qui a été publié")
  }
}
