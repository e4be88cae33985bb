/// How a sheet is printed, on A4.
package struct PageSetup: Sendable, Equatable {
  package var isLandscape = true
  package var size = Size.oneWide
  /// Rows that begin a page. Only where the scale is given: spreadsheets that fit a sheet to pages pass over them.
  package var breaks: [Int] = []

  package enum Size: Sendable, Equatable {
    /// As wide as one page, as long as need be.
    case oneWide
    /// Made smaller until all of it stands on one page.
    case onePage
    /// In per cent, 10 to 400.
    case scale(Int)
  }
  /// Rows printed at the top of every page.
  package var repeatedRows: ClosedRange<Int>?
  /// What is printed; nil prints everything.
  package var area: CellArea?
  package var header = PageBand()
  package var footer = PageBand()

  package init() {}
}
