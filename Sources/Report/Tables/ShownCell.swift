import Domain
import Workbook

/// A cell of a report's workbook: what it shows, where that comes from, and where figures stand near it.
package struct ShownCell: Sendable {
  package typealias Content = Workbook.Cell.Content

  package let content: Content
  /// nil where there is nothing to explain: a label, a status, an empty cell.
  package let origin: CellOrigin?
  /// Cells that can be explained, the nearest first: those of its row, else of the sheet.
  package let near: [CellPlace]
  /// Of a number that stands there without its origin, as under a chart: cells of the sheet that say where it comes from.
  package let twins: [CellPlace]

  init(_ layout: SheetLayout, at place: CellPlace) {
    func content(_ place: CellPlace) -> Content {
      let rows = layout.sheet.rows
      guard rows.indices.contains(place.row), rows[place.row].cells.indices.contains(place.column) else {
        return .blank
      }
      let content = rows[place.row].cells[place.column].content
      return content == .text("") ? .blank : content
    }
    let own = content(place)
    self.content = own
    origin = layout.origins[place]
    // A step down is as far as a step aside; of two as near, the upper and the left one.
    let places = layout.origins.keys.map { other in
      (abs(other.row - place.row) + abs(other.column - place.column), other.row, other.column)
    }.sorted(by: <).map { CellPlace(row: $0.1, column: $0.2) }
    let row = places.filter { $0.row == place.row }
    near = row.isEmpty ? places : row
    if case .number = own { twins = places.filter { content($0) == own } } else { twins = [] }
  }
}

extension FunderReport {
  /// A cell of the workbook; nil where it has no such sheet.
  package func cell(at place: CellPlace, on sheet: String) -> ShownCell? {
    sheets.first { $0.name == sheet }.map { ShownCell(SheetLayout($0, footer: PageBand()), at: place) }
  }
}
