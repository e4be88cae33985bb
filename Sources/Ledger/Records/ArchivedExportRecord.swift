import GRDB

/// How an export reads under some definitions: which file of the archive holds its rows. The same raw file reads otherwise
/// when its association, or the programme's codes, change.
///
/// Two tables hold it: `archive` the file and its hash, `reading` the rest.
package struct ArchivedExportRecord: Codable, Hashable, Sendable, FetchableRecord {
  /// Of the raw file.
  package var sha256: String
  package var association: String
  package var kind: String
  /// Hash of what reading depends on beside the raw file.
  package var definitionsHash: String
  package var archive: String
  /// Of the archive's file.
  package var archiveSHA256: String
  /// As of ``ClosingRecord/seal``.
  package var seal: String?

  package init(
    sha256: String, association: String, kind: String, definitionsHash: String, archive: String, archiveSHA256: String,
    seal: String? = nil
  ) {
    self.sha256 = sha256
    self.association = association
    self.kind = kind
    self.definitionsHash = definitionsHash
    self.archive = archive
    self.archiveSHA256 = archiveSHA256
    self.seal = seal
  }

  /// What the seal is the hash of.
  package var text: String {
    "reading\n\(sha256)\n\(association)\n\(kind)\n\(definitionsHash)\n\(archive)\n\(archiveSHA256)\n"
  }

  /// The ledger's columns.
  private enum CodingKeys: String, CodingKey {
    case sha256, association, kind, archive, archiveSHA256, seal
    case definitionsHash = "form"
  }
}
