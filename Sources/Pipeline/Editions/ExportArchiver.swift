import Domain
import Host
import Ingest
import Ledger
import Synchronization

/// Sees to it that every accepted export of a run has its place in the archive, while the exports are read. What is written
/// here counts for nothing until the ledger names it.
final class ExportArchiver: Sendable {
  /// An export as it reads under the definitions of this run.
  private struct ExportVersion: Hashable {
    let sha256: String
    let association: Association.ID
    let kind: ExportKind
    /// As ``Delivery/context``.
    var context = ""
  }
  private struct State {
    var entries: [ExportVersion: ArchiveEntry]
    /// Hash of every file of the archive that is spoken for.
    var names: [String: String]
    /// For a plan, which writes nothing: the texts of the new files.
    var texts: [ArchiveEntry: [UInt8]] = [:]
    var unsynced: [String] = []
    var inputs = SeriesValues<Delivery, EditionInput>()
    /// Inputs of the edition that this run published last: the ledger knows how they read.
    var told: ArraySlice<EditionInput> = []
  }

  private let archive: Archive
  private let programme: Programme
  private let key: PseudonymKey
  private let isWriting: Bool
  /// Hash of what reading depends on beside the raw file.
  let definitionsHash: String
  private let state: Mutex<State>

  /// `isWriting` false: new texts stay in memory.
  init(_ store: EditionStore, _ definitions: LoadedDefinitions, key: PseudonymKey, isWriting: Bool) throws {
    archive = store.archive
    programme = definitions.definitions.programme
    self.key = key
    self.isWriting = isWriting
    let programmeHash = definitions.files.first { $0.file == DefinitionName.programme }?.sha256 ?? ""
    let mappings = definitions.files.filter { $0.file.hasPrefix(DefinitionName.mappings) }
      .map { "\($0.file) \($0.sha256)\n" }
    definitionsHash = Host.sha256("archive 1\n\(bilanVersion)\n\(programmeHash)\n\(mappings.joined())".utf8)
    var entries: [ExportVersion: ArchiveEntry] = [:]
    for record in try store.ledger.archivedExports(definitionsHash: definitionsHash) {
      // A row that is not what was written: its export is read again.
      guard let kind = ExportKind(id: record.kind), record.archive.hasPrefix(record.sha256),
        record.seal.map({ $0 == Host.sha256(record.text.utf8) }) ?? true
      else { continue }
      entries[ExportVersion(sha256: record.sha256, association: record.association, kind: kind)] =
        ArchiveEntry(name: record.archive, sha256: record.archiveSHA256)
    }
    state = Mutex(State(entries: entries, names: try store.ledger.archives()))
  }

  /// What `ingest` is given.
  var archiving: Archiving {
    Archiving(
      isWanted: { export, hash, context in self.isWanted(export, hash, context) },
      pseudonyms: { name in
        let domain = self.key.domain(name)
        return { domain.pseudonym(of: $0) }
      },
      keep: { export, hash, context, text in try self.keep(export, hash, context, text) })
  }

  /// An export that the archive does not have, or no longer as it was: while the raw file is at hand it is put right.
  private func isWanted(_ export: Export, _ hash: String, _ context: String) -> Bool {
    guard let entry = entry(version(export, hash, context)) else { return true }
    guard isWriting, (try? archive.text(entry)) == nil else { return false }
    state.withLock { _ = $0.names.removeValue(forKey: entry.name) }
    return true
  }

  /// Hash of what the reading of a delivery depends on beside its raw file: looked for by the next run, which cannot know a
  /// context beforehand and reads such a file again.
  func form(of delivery: Delivery) -> String {
    delivery.context.isEmpty ? definitionsHash : Host.sha256("\(definitionsHash)\n\(delivery.context)\n".utf8)
  }

  /// How the exports of an edition read, but for those that an edition before had, which this run published: it told it.
  func newReadings(of inputs: ArraySlice<EditionInput>) -> [ArchivedExportRecord] {
    state.withLock { state in
      inputs.dropFirst(state.told.begins(inputs) ? state.told.count : 0).compactMap { input in
        input.archive.map {
          ArchivedExportRecord(
            sha256: input.sha256, association: input.id.association, kind: input.id.kind.id,
            definitionsHash: form(of: input.delivery), archive: $0.name, archiveSHA256: $0.sha256)
        }
      }
    }
  }

  /// An edition with these was published.
  func notePublished(_ inputs: ArraySlice<EditionInput>) { state.withLock { $0.told = inputs } }

  /// Deliveries with where the rows of those that were accepted stand. Asked once everything was read.
  func inputs(of deliveries: Deliveries) -> ArraySlice<EditionInput> {
    state.withLock { state in
      let entries = state.entries
      return state.inputs.values(of: deliveries.elements) { delivery in
        let version = ExportVersion(
          sha256: delivery.sha256, association: delivery.association, kind: delivery.kind, context: delivery.context)
        return EditionInput(delivery, archive: entries[version])
      }
    }
  }

  private func entry(_ version: ExportVersion) -> ArchiveEntry? { state.withLock { $0.entries[version] } }

  private func version(_ export: Export, _ sha256: String, _ context: String) -> ExportVersion {
    ExportVersion(
      sha256: sha256, association: programme.associations[export.association].id, kind: export.kind, context: context)
  }

  /// The text of an entry, stored or not yet.
  func text(_ entry: ArchiveEntry) throws -> [UInt8] {
    try state.withLock { $0.texts[entry] } ?? archive.text(entry)
  }

  /// Paths written since; each once.
  func takeUnsynced() -> [String] {
    state.withLock { state in
      defer { state.unsynced = [] }
      return state.unsynced
    }
  }

  private func keep(_ export: Export, _ hash: String, _ context: String, _ text: [UInt8]) throws {
    let textHash = Host.sha256(text)
    let (entry, isKnown) = state.withLock { state in
      let stem = export.series == nil ? hash : "\(hash)-\(export.month)"
      var name = stem + ".csv"
      if let other = state.names[name], other != textHash { name = "\(stem)-\(textHash.prefix(12)).csv" }
      let isKnown = state.names[name] == textHash
      state.names[name] = textHash
      let entry = ArchiveEntry(name: name, sha256: textHash)
      state.entries[version(export, hash, context)] = entry
      if !isWriting && !isKnown { state.texts[entry] = text }
      return (entry, isKnown)
    }
    // Known under other definitions: still, it may be gone.
    guard isWriting, !isKnown || (try? archive.text(entry)) == nil else { return }
    try archive.store(text, as: entry.name)
    state.withLock { $0.unsynced.append(archive.path(entry)) }
  }
}
