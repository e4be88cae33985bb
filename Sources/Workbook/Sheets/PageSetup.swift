/// How a sheet is printed: A4, as wide as one page, as long as need be.
package struct PageSetup: Sendable, Equatable {
  package var isLandscape = true
  /// Rows printed at the top of every page.
  package var repeatedRows: ClosedRange<Int>?
  /// What is printed; nil prints everything.
  package var area: CellArea?
  package var header = PageBand()
  package var footer = PageBand()

  package init() {}
}
