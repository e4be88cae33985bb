/// Where printed pages end, so that no chart is cut in two: A4 landscape within the writer's margins, at a scale of whole per cents
/// at which the sheet is as wide as one page.
///
/// In pixels of the sheet. LibreOffice does not round the width of a digit to pixels as Excel does, so that its sheets are wider:
/// the scale is made for it. Every page's end is set, so that both end there.
struct PageFlow {
  let scale: Int
  private let height: Double
  private var used = 0.0
  /// Height of the rows repeated on top of each further page.
  var repeated = 0.0
  /// Rows that begin a page.
  private(set) var breaks: [Int] = []

  private static let width = 1026.0
  private static let widening = 1.065
  private static let pageHeight = 650.0

  init(sheetWidth: Double) {
    let fitting = (100 * PageFlow.width / max(sheetWidth * PageFlow.widening, 1)).rounded(.down)
    scale = Int(min(max(fitting, 10), 100))
    height = PageFlow.pageHeight * 100 / Double(scale)
  }

  mutating func add(_ pixels: Double, row: Int) {
    if used + pixels > height && used > repeated { turn(at: row) }
    used += pixels
  }

  /// The row begins a page.
  mutating func turn(at row: Int) {
    guard row > 0, breaks.last != row else { return }
    breaks.append(row)
    used = repeated
  }

  /// What is left of the page.
  var room: Double { height - used }

  /// The tallest that a page holds.
  var tallest: Double { height - repeated }
}
