import Define
import Domain
import Ledger

/// One side of a comparison: an edition, or what the inputs give now.
struct ComparedEdition: Sendable {
  /// Of the bilan that made the figures.
  let bilanVersion: String
  /// SHA-256 of each definition, by file.
  let definitionHashes: [String: String]
  /// Reads them.
  let definitions: @Sendable () throws -> LoadedDefinitions
  let inputs: [EditionInput]
  let figures: Figures

  /// nil: this program can no longer read them. A disk that does not give them throws.
  func readableDefinitions() throws -> LoadedDefinitions? {
    do { return try definitions() } catch let error where error.isOfDefinitions { return nil }
  }

  /// As published.
  init(_ edition: EditionRecord, _ store: EditionStore) throws {
    bilanVersion = edition.bilanVersion
    let hashes = try store.definitionRecords(of: edition)
    definitionHashes = Dictionary(uniqueKeysWithValues: hashes.map { ($0.file, $0.sha256) })
    definitions = { try store.definitions(of: edition) }
    inputs = try store.inputs(of: edition)
    figures = try store.figures(of: edition)
  }

  /// As a run would publish it.
  init(_ checked: CheckedMonth, _ inputs: [EditionInput], _ figures: Figures) {
    bilanVersion = Domain.bilanVersion
    definitionHashes = Dictionary(uniqueKeysWithValues: checked.loaded.files.map { ($0.file, $0.sha256) })
    let known = checked.loaded
    definitions = { known }
    self.inputs = inputs
    self.figures = figures
  }
}
