import GRDB

/// A month that was closed, or opened again, and why.
package struct ClosingRecord: Codable, Hashable, Sendable, FetchableRecord, PersistableRecord {
  package static let databaseTableName = "closing"

  package var month: String
  package var isClosed: Bool
  package var reason: String?
  package var at: String

  package init(month: String, isClosed: Bool, reason: String?, at: String) {
    self.month = month
    self.isClosed = isClosed
    self.reason = reason
    self.at = at
  }
}
