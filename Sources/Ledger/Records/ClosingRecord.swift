import GRDB

/// A month that was closed, or opened again, and why.
package struct ClosingRecord: Codable, Hashable, Sendable, FetchableRecord, PersistableRecord {
  package static let databaseTableName = "closing"

  package var month: String
  package var isClosed: Bool
  package var reason: String?
  package var at: String
  /// SHA-256 of ``text``: nothing else says what stood there. nil: written before 0.7.
  package var seal: String?

  package init(month: String, isClosed: Bool, reason: String?, at: String, seal: String? = nil) {
    self.month = month
    self.isClosed = isClosed
    self.reason = reason
    self.at = at
    self.seal = seal
  }

  /// What the seal is the hash of.
  package var text: String { "closing\n\(month)\n\(isClosed)\n\(reason ?? "")\n\(at)\n" }
}
