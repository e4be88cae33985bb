import GRDB

/// How an export reads under some definitions: which file of the archive holds its rows. The same raw file reads otherwise
/// when its association, or the programme's codes, change.
package struct ReadingRecord: Codable, Hashable, Sendable, FetchableRecord {
  /// Of the raw file.
  package var sha256: String
  package var association: String
  package var kind: String
  /// Hash of what reading depends on.
  package var form: String
  package var archive: String
  /// Of the archive's file.
  package var archiveSHA256: String

  package init(
    sha256: String, association: String, kind: String, form: String, archive: String, archiveSHA256: String
  ) {
    self.sha256 = sha256
    self.association = association
    self.kind = kind
    self.form = form
    self.archive = archive
    self.archiveSHA256 = archiveSHA256
  }
}
