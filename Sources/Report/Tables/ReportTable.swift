/// A table of a report: headers, rows, and what a reader needs to find the way in it.
struct ReportTable: Sendable {
  struct Column: Sendable {
    var header: String
    /// In characters.
    var width: Double
    var isNumber: Bool

    init(_ header: String, width: Double, isNumber: Bool = false) {
      self.header = header
      self.width = width
      self.isNumber = isNumber
    }
  }

  /// Of the native table: ASCII, once in the book.
  var name: String
  private(set) var columns: [Column]
  var rows: [[ReportCell]]
  /// The last row stands for all the others and is set in bold.
  var hasTotalRow = false
  var hasFilter = false
  /// Its blanks are cells that are not there: a chart that is drawn from it has gaps there.
  var leavesBlanks = false
  /// Said in the first cell where there are no rows: an empty grid does not tell "none" from "lost".
  var whenEmpty = "Aucune ligne."

  /// No two headers are alike, whatever the labels: a native table takes no twins.
  init(_ name: String, _ columns: [Column], rows: [[ReportCell]]) {
    self.name = name
    self.rows = rows
    var taken: Set<String> = []
    self.columns = columns.map { column in
      var column = column
      let header = headerText(column.header)
      column.header = header
      var number = 1
      while !taken.insert(column.header.lowercased()).inserted {
        number += 1
        column.header = "\(header) (\(number))"
      }
      return column
    }
  }

  /// Where another place says it.
  mutating func drop(column header: String) {
    guard let index = columns.firstIndex(where: { $0.header == header }) else { return }
    columns.remove(at: index)
    for row in rows.indices where rows[row].indices.contains(index) { rows[row].remove(at: index) }
  }

  /// Rows without the total.
  var members: ArraySlice<[ReportCell]> { hasTotalRow ? rows.dropLast() : rows[...] }
}
