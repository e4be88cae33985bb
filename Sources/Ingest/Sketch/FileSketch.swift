import Domain

/// A file as it looks before anybody has said how it is read: its headers, and what they may be. Holds no value but those that a
/// column of codes has on many rows.
package struct FileSketch: Sendable {
  package struct Column: Sendable {
    /// As it is written in the file.
    package let header: String
    /// A, B, …
    package let letter: String
    /// Column of the contract that its name settles.
    package var settled: String?
    package var isMonth = false
    /// Most of its cells are hours and minutes.
    package var isHoursAndMinutes = false
    /// A column of codes that its values look like.
    package var guess: Guess?
  }
  package struct Guess: Sendable {
    package let column: String
    /// Values that the contract knows, and what they are there.
    package let known: [(value: String, code: String)]
    /// Values that it does not know and that stand on many rows.
    package let unknown: [String]
    /// Whether others stand on too few rows to be told.
    package let hasOthers: Bool
  }

  package let line: Int
  package let delimiter: String
  /// A quote stands in it that no reader of quotes can read.
  package let ignoresQuotes: Bool
  package var columns: [Column]
  package let rows: Int
  /// Columns that the contract requires and no header settles.
  package let missing: [String]
  /// How its encoding, delimiter or header is read, or why it is not: as `check` would say it.
  package let findings: [Finding]

  package var months: [Column] { columns.filter(\.isMonth) }
}
