import GRDB

/// A file of the archive that was removed because its time was over: what verifies an edition later must know that nobody stole it.
package struct PurgeRecord: Codable, Hashable, Sendable, FetchableRecord, PersistableRecord {
  package static let databaseTableName = "purge"

  package var archive: String
  /// How many months it had been kept for.
  package var months: Int
  package var at: String
  /// As of ``ClosingRecord/seal``.
  package var seal: String

  package init(archive: String, months: Int, at: String, seal: String = "") {
    self.archive = archive
    self.months = months
    self.at = at
    self.seal = seal
  }

  /// What the seal is the hash of.
  package var text: String { "purge\n\(archive)\n\(months)\n\(at)\n" }
}
