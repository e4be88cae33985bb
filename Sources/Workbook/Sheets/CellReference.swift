/// Cells of a named sheet: what a chart is drawn from.
package struct CellReference: Sendable, Hashable {
  package var sheet: String
  package var area: CellArea

  package init(sheet: String, area: CellArea) {
    self.sheet = sheet
    self.area = area
  }
}
