/// What of the archive is past its time.
package struct Purge: Sendable {
  package struct Entry: Hashable, Sendable {
    /// Its name in the archive.
    package let archive: String
    /// The exports whose rows it holds: `exports/apei/etp-2021-07.csv`.
    package let files: [String]
    /// Those that were made of it.
    package let editions: [String]
    package let bytes: Int
  }
  /// How old an edition is before what it was made of goes, in months; `ofEvidence`: one that was sent, or whose month is closed.
  package let months: Int
  package let ofEvidence: Int
  package let entries: [Entry]
  /// Files that no edition was made of, left by runs that published nothing.
  package let leftovers: [String]
  /// How many stay.
  package let kept: Int
  /// They went; false: it was a question.
  package internal(set) var isDone = false

  package var bytes: Int { entries.reduce(0) { $0 + $1.bytes } }
  /// Editions that cannot be computed again once it is done.
  package var editions: [String] { Set(entries.flatMap(\.editions)).sorted() }
}
