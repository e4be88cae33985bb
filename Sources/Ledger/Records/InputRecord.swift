import GRDB

/// What became of one (association, kind, month) in an edition: a file that came, or one that was owed and did not.
/// An object: each edition of a series has those of the edition before, and more.
package final class InputRecord: Hashable, Sendable, FetchableRecord {
  package let association: String
  package let kind: String
  package let month: String
  /// Relative to the inputs folder; empty where nothing came.
  package let file: String
  /// Of the raw file; empty where nothing came.
  package let sha256: String
  /// `accepted`, `refused` or `absent`.
  package let outcome: String
  package let isOwed: Bool
  package let rowsKept: Int
  package let rowsRefused: Int
  /// Reason of a waiver.
  package let waived: String?
  /// File of the archive that holds its rows; nil unless accepted.
  package let archive: String?

  package init(
    association: String, kind: String, month: String, file: String, sha256: String, outcome: String, isOwed: Bool,
    rowsKept: Int, rowsRefused: Int, waived: String?, archive: String?
  ) {
    self.association = association
    self.kind = kind
    self.month = month
    self.file = file
    self.sha256 = sha256
    self.outcome = outcome
    self.isOwed = isOwed
    self.rowsKept = rowsKept
    self.rowsRefused = rowsRefused
    self.waived = waived
    self.archive = archive
  }

  /// Of a row of ``EditionRow/names`` and its place in the archive. Throws `RowDecodingError`.
  package init(row: Row) throws {
    association = try row.decode(String.self, atIndex: 0)
    kind = try row.decode(String.self, atIndex: 1)
    month = try row.decode(String.self, atIndex: 2)
    file = try row.decode(String.self, atIndex: 3)
    sha256 = try row.decode(String.self, atIndex: 4)
    outcome = try row.decode(String.self, atIndex: 5)
    isOwed = try row.decode(Bool.self, atIndex: 6)
    rowsKept = try row.decode(Int.self, atIndex: 7)
    rowsRefused = try row.decode(Int.self, atIndex: 8)
    waived = try row.decode(String?.self, atIndex: 9)
    archive = try row.decode(String?.self, atIndex: 10)
  }

  package static func == (a: InputRecord, b: InputRecord) -> Bool { a.isSame(as: b) }
  package func hash(into hasher: inout Hasher) {
    hasher.combine(file)
    hasher.combine(month)
  }
}
