/// Where printed pages end, so that no chart is cut in two: A4 landscape within the writer's margins, scaled by whole
/// per cents so that the sheet is as wide as one page.
///
/// An estimate, in pixels of the sheet, and two at once: LibreOffice does not round the width of a digit to pixels as
/// Excel does, so that its sheets are wider and its scale smaller; and it makes the foot of the page no higher than it
/// needs. Its pages are longer, and what fits must fit on both.
struct PageFlow {
  private struct Page {
    let height: Double
    var used = 0.0
    var turned = 0
  }
  private static let width = 1026.0
  private static let slack = 28.0
  /// Excel's and LibreOffice's: pixels of a page, and of a digit to 7.
  private static let kinds = [(height: 658.0, widening: 1.0), (height: 684.0, widening: 1.065)]

  private var pages: [Page]
  /// Height of the rows repeated on top of each further page.
  var repeated = 0.0

  init(sheetWidth: Double) {
    pages = PageFlow.kinds.map { height, widening in
      let scale = (100 * PageFlow.width / max(sheetWidth * widening, 1)).rounded(.down)
      return Page(height: height * 100 / min(max(scale, 10), 100))
    }
  }

  mutating func add(_ row: Double) {
    for index in pages.indices {
      if pages[index].used + row > pages[index].height {
        pages[index].used = repeated
        pages[index].turned += 1
      }
      pages[index].used += row
    }
    // From the fourth page on the two are too far apart for any place to suit both: Excel it is.
    if pages[0].turned > 2 { pages = [pages[0]] }
  }

  /// The tallest thing that stands whole on what is left of the page.
  var room: Double { pages.reduce(.infinity) { min($0, $1.height - $1.used) } - PageFlow.slack }

  /// The tallest that some page holds, with what the two differ by left free on top of it.
  var tallest: Double { (pages[0].height - repeated) * 0.85 }
}
