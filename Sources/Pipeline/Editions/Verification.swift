import Domain

/// What a verification of one edition found.
package struct Verification: Sendable {
  package enum Bytes: Hashable, Sendable {
    /// Made again, all of them the same.
    case same
    /// Another version of the program made them: they are not made again.
    case otherVersion(String)
    /// Rows that they came of were purged when their time was over.
    case purged
    /// Could not be made again, for a reason among the discrepancies.
    case unknown
  }
  package let edition: String
  package let successor: String?
  /// Files whose hash was compared.
  package let files: Int
  /// Exports and definitions of the archive whose hash was compared.
  package let archived: Int
  /// Exports of the archive that were removed because their time was over, and the last day on which one was.
  package let purged: Int
  package let purgedOn: Day?
  /// Figures computed again.
  package let figures: Int
  package let bytes: Bytes
  /// What is not as it was published, in French, each with the file's path; empty: all is well.
  package let discrepancies: [String]
  /// Some of them are of files that only a backup brings back; the others say themselves what to do.
  package let needsBackup: Bool
}
