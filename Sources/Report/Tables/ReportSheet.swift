/// One sheet of a report as a value. A workbook lays it out; a page can be made from the same.
struct ReportSheet: Sendable {
  var name: String
  var title: String
  var blocks: [ReportBlock]
  /// Of the tab, 0xRRGGBB.
  var colour: UInt32
}

/// What stands together on a sheet: sentences, then a table, then its charts.
struct ReportBlock: Sendable {
  var heading: String?
  var lines: [String] = []
  var table: ReportTable?
  var charts: [ReportChart] = []
  /// Charts side by side.
  var chartsAcross = 1

  /// In pixels, about: what should stay together on a page.
  var leastHeight: Double { Double(60 + lines.count * 23 + (table.map { 40 + $0.rows.count * 34 } ?? 0)) }
}
