import Domain

/// A file that holds many months, looked through once: where the rows of each month stand. Its months are read one by one, each
/// an export of its own.
package final class Series: Hashable, Sendable {
  let header: Header
  /// By month that has rows, in it; of a file with months in columns one for all.
  private let runs: [Month: LineRuns]
  /// Lines set aside that say that they are of a month, by rule.
  let setAside: [Month: [Int: Int]]
  /// Months that have rows.
  package let months: Set<Month>
  /// Lines set aside in the whole file, of whichever month.
  package let total: [SetAside]
  /// What was found in the file as a whole.
  package let findings: [Finding]

  /// Of a file whose text is its own bytes: where that begins, and how many bytes there are. It was looked through for what is no
  /// text, and is not again for each month.
  let own: (start: Int, count: Int)?

  init(
    header: Header, runs: [Month: LineRuns], setAside: [Month: [Int: Int]], total: [SetAside], findings: [Finding],
    own: (start: Int, count: Int)? = nil
  ) {
    self.own = own
    self.total = total
    self.header = header
    self.runs = runs
    self.setAside = setAside
    self.findings = findings
    months = Set(runs.keys)
  }

  func runs(of month: Month) -> LineRuns { runs[month] ?? LineRuns() }

  package static func == (a: Series, b: Series) -> Bool { a === b }
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
