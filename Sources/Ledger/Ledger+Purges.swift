import GRDB

/// Which editions need a file of the archive, and which files went.
extension Ledger {
  /// A file of the archive as an edition uses it: for which export.
  package struct ArchiveUse: Hashable, Sendable {
    package let archive: String
    package let file: String
    package let edition: String

    package init(archive: String, file: String, edition: String) {
      self.archive = archive
      self.file = file
      self.edition = edition
    }
  }

  package func archiveUses() throws(LedgerError) -> [ArchiveUse] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT input.archive, input.file, edition.month || '.' || edition.number AS name
          FROM wholeInput AS input JOIN edition ON edition.id = input.edition WHERE input.archive IS NOT NULL
          ORDER BY edition.month, edition.number, input.position
          """
      ).map { ArchiveUse(archive: try text($0, "archive"), file: try text($0, "file"), edition: try text($0, "name")) }
    }
  }

  /// What was purged, oldest first.
  package func purges() throws(LedgerError) -> [PurgeRecord] {
    try read { try PurgeRecord.fetchAll($0, sql: "SELECT * FROM purge ORDER BY id") }
  }

  package func purge(_ records: [PurgeRecord]) throws(LedgerError) {
    try write { db in for record in records { try record.insert(db) } }
  }
}
