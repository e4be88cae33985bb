import GRDB

/// A definition that an edition was made under, by its hash.
package struct DefinitionRecord: Codable, Hashable, Sendable, FetchableRecord {
  /// Relative to the inputs folder.
  package var file: String
  package var sha256: String

  package init(file: String, sha256: String) {
    self.file = file
    self.sha256 = sha256
  }
}
