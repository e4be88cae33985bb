import Domain
import Host
import Ledger
import Synchronization

/// One file of the archive, and the SHA-256 it must have.
struct ArchiveEntry: Hashable, Sendable {
  let name: String
  let sha256: String
}

/// reports/.bilan/archive: what editions were made from, without a name or an identifier. Each accepted export once,
/// normalised, its identifiers pseudonyms, named by the hash of the raw file; and every definition, by its own hash.
///
/// A raw file that other definitions read otherwise (a new alias, another default commune) stands a second time, as
/// `<hash>-<twelve digits of its own>.csv`. Of a file that holds many months each stands by itself, `<hash>-2022-01.csv`. And of each edition what the ledger keeps of it, in editions/.
struct Archive: Sendable {
  let path: String
  /// What was removed from it when its time was over; nil: nobody can say.
  var purges: Purges?

  func path(_ entry: ArchiveEntry) -> String { path + "/" + entry.name }
  var copies: String { path + "/editions" }
  func copyPath(_ edition: String) -> String { "\(copies)/\(edition)" }
  private func definitionPath(_ sha256: String) -> String { "\(path)/definitions/\(sha256)" }

  /// Makes the folders, and removes what a writer that was killed left half written. Under the lock of the reports:
  /// nobody else is writing.
  func prepare() throws {
    try makeFolder(path)
    try makeFolder(path + "/definitions")
    try makeFolder(copies)
    for entry in try listFolder(path) where entry.name.hasPrefix(".") && entry.name.hasSuffix(Archive.partial) {
      try removeTree(path + "/" + entry.name)
    }
  }

  /// The bytes of an archived export; throws ``ArchiveDamaged`` where they are not those of the ledger.
  func text(_ entry: ArchiveEntry) throws -> [UInt8] {
    do { return try checked(path(entry), entry.sha256) } catch var error as ArchiveDamaged where error.isMissing {
      error.purgedOn = try purges?.day(of: entry.name)
      throw error
    }
  }

  func definition(_ file: String, _ sha256: String) throws -> DefinitionFile {
    DefinitionFile(file: file, sha256: sha256, bytes: try checked(definitionPath(sha256), sha256))
  }

  private func checked(_ path: String, _ hash: String) throws -> [UInt8] {
    let bytes: [UInt8]
    do { bytes = try readFile(path, limit: Int.max) } catch let error as SystemError where error.isMissing {
      throw ArchiveDamaged(path: path, isMissing: true)
    } catch is FileRefused {
      throw ArchiveDamaged(path: path, isMissing: false)
    }
    guard sha256(bytes) == hash else { throw ArchiveDamaged(path: path, isMissing: false) }
    return bytes
  }

  /// Puts an export's text under a name; a reader sees the old file or the new one. Several workers may store the same
  /// text under the same name at once: associations send the same bytes. Not synced.
  func store(_ text: [UInt8], as name: String) throws { try replace(name, with: text) }

  /// Stores what is not there yet; gives the paths that are new, for syncing.
  func store(_ definitions: [DefinitionFile]) throws -> [String] {
    var written: [String] = []
    for file in definitions where (try? definition(file.file, file.sha256)) == nil {
      try replace("definitions/\(file.sha256)", with: file.bytes)
      written.append(definitionPath(file.sha256))
    }
    return written
  }

  // MARK: Copies of the ledger's rows

  /// What the ledger keeps of an edition; nil: there is none, or it is damaged. Throws `SystemError`.
  func copy(of edition: String) throws -> EditionCopy? {
    let bytes: [UInt8]
    do { bytes = try readFile(copyPath(edition), limit: Int.max) } catch let error as SystemError where error.isMissing
    {
      return nil
    } catch is FileRefused { return nil }
    // Its last line is the hash of the others.
    let text = Array(bytes.dropLast(Archive.sealBytes))
    guard bytes.suffix(Archive.sealBytes).elementsEqual(Archive.seal(text)) else { return nil }
    return EditionCopy(text, of: edition)
  }

  /// Gives the path, for syncing.
  func store(_ copy: EditionCopy, of edition: String) throws -> String {
    let text = copy.text(edition)
    try replace("editions/\(edition)", with: text + Archive.seal(text))
    return copyPath(edition)
  }

  private static func seal(_ text: [UInt8]) -> [UInt8] { Array("# sha256 \(sha256(text))\n".utf8) }
  private static let sealBytes = seal([]).count

  /// Ends the name of a file that is being written.
  private static let partial = ".part"
  private static let writers = Atomic(0)

  /// Through a file of this writer's own: with one name for all, a worker removes what another is writing.
  private func replace(_ name: String, with bytes: [UInt8]) throws {
    let writer = Archive.writers.wrappingAdd(1, ordering: .relaxed).newValue
    let temporary = "\(path)/.\(writer)\(Archive.partial)"
    try createFile(temporary, bytes)
    try rename(temporary, to: path + "/" + name)
  }
}
