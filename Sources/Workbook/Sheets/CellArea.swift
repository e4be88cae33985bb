/// A rectangle of cells, counted from 0.
package struct CellArea: Sendable, Hashable {
  package var rows: ClosedRange<Int>
  package var columns: ClosedRange<Int>

  package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }

  package init(_ place: CellPlace) {
    self.init(rows: place.row...place.row, columns: place.column...place.column)
  }

  /// As a spreadsheet says it: "A3:D9".
  package var name: String {
    let first = CellPlace(row: rows.lowerBound, column: columns.lowerBound)
    let last = CellPlace(row: rows.upperBound, column: columns.upperBound)
    return "\(first.name):\(last.name)"
  }

  var count: Int { rows.count * columns.count }

  func overlaps(_ other: CellArea) -> Bool {
    rows.overlaps(other.rows) && columns.overlaps(other.columns)
  }

  /// Every place, row by row.
  var places: [CellPlace] {
    rows.flatMap { row in columns.map { CellPlace(row: row, column: $0) } }
  }
}
