/// The rows of one month in a file that holds many: runs of records that follow one another.
struct LineRuns: Sendable {
  struct Run: Sendable {
    /// Of the first record: its first byte, its physical line and its spreadsheet row.
    let offset: UInt32
    let line: UInt32
    let row: UInt32
    /// Behind the last one.
    var end: UInt32
  }
  private(set) var runs: [Run] = []
  private(set) var rows = 0
  /// Blocks of the file that are short (``ShortBlocks``).
  var shortBlocks: Set<Int> = []

  mutating func append(from start: (offset: Int, line: Int, row: Int), to end: Int, rows count: Int = 1) {
    rows += count
    if let last = runs.indices.last, runs[last].end == UInt32(start.offset) {
      runs[last].end = UInt32(end)
    } else {
      runs.append(
        Run(offset: UInt32(start.offset), line: UInt32(start.line), row: UInt32(start.row), end: UInt32(end)))
    }
  }
}
