import Domain

/// A file that a person wrote and that decides what the figures mean: its bytes, and their SHA-256.
package struct DefinitionFile: Hashable, Sendable {
  /// Relative to the inputs folder.
  package let file: String
  package let sha256: String
  package let bytes: [UInt8]
}
