import GRDB

/// A raw file, and when a publication used it first.
package struct ReceptionRecord: Codable, Hashable, Sendable, FetchableRecord {
  package var association: String
  package var kind: String
  package var month: String
  package var sha256: String
  package var receivedAt: String
}
