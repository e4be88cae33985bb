/// One sheet of a report as a value. A workbook lays it out; a page can be made from the same.
struct ReportSheet: Sendable {
  var name: String
  var title: String
  var blocks: [ReportBlock]
  /// Of the tab, 0xRRGGBB.
  var colour: UInt32
  /// Whether it is printed on one page, whatever its size; nil: not printed at all.
  var isOnePage: Bool? = false
}

/// What stands together on a sheet: sentences, then a table with its notes, then its charts.
struct ReportBlock: Sendable {
  var heading: String?
  var lines: [String] = []
  var table: ReportTable?
  /// Under the table.
  var notes: [String] = []
  var charts: [ReportChart] = []
  /// Charts side by side.
  var chartsAcross = 1
  /// Charts to the right of the sentences, which keep to the left half.
  var chartsBeside = false

  /// In pixels, about: what should stay together on a page.
  var leastHeight: Double { Double(60 + lines.count * 23 + (table.map { 40 + $0.rows.count * 34 } ?? 0)) }
}
