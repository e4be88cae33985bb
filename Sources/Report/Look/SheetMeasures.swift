import Workbook

extension ColumnWidth {
  /// As drawn: seven pixels a digit and five of padding.
  var pixels: Double { (width * 7 + 5).rounded(.down) }
}

/// Each column as wide as the widest of the sheet's tables asks for; none so narrow that a number ends as `###`.
func columnWidths(of report: ReportSheet) -> [ColumnWidth] {
  var widths: [Double] = []
  for table in report.blocks.compactMap(\.table) {
    for (index, column) in table.columns.enumerated() {
      if index == widths.count { widths.append(0) }
      let cells = column.isNumber ? table.rows.compactMap { $0.indices.contains(index) ? $0[index] : nil } : []
      widths[index] = max(widths[index], column.width, numberWidth(cells))
    }
  }
  return (widths.isEmpty ? [90] : widths).map { ColumnWidth(width: min($0, 120)) }
}

/// What the widest number of a column takes, with its unit; 0 where there is none.
private func numberWidth(_ cells: [ReportCell]) -> Double {
  cells.reduce(0) { widest, cell in
    guard case .number(let value, let look) = cell.content else { return widest }
    // A table for machines shows what there is, to six decimals.
    return max(widest, Double((look.decimals == nil ? value.text(decimals: 6) : look.text(value)).count) + 2)
  }
}

/// The width of the longest text within bounds.
func width(for texts: some Sequence<String>, atLeast least: Double, atMost most: Double) -> Double {
  let longest = texts.reduce(0) { max($0, $1.count) }
  return min(max(Double(longest) + 2, least), most)
}

/// In points, for columns as wide as the sheet has them. Bold letters are as wide as digits; filter buttons hide three.
func headerHeight(of table: ReportTable, in columns: [ColumnWidth]) -> Double {
  let lines =
    zip(table.columns, columns).map { column, width in
      wrapped(column.header, at: max(Int(width.width) - (table.hasFilter ? 4 : 1), 4)).count
    }.max() ?? 1
  return min(Double(lines) * 15 + 6, 400)
}

/// In points. Letters are narrower than the digits that widths count: a fifth more of them stand in a line.
func rowHeight(_ row: [ReportCell], of table: ReportTable, in columns: [ColumnWidth]) -> Double {
  let lines =
    row.indices.map { index in
      guard !table.columns[index].isNumber else { return 1 }
      return wrapped(row[index].words ?? "", at: max(Int(columns[index].width * 1.2) - 2, 4)).count
    }.max() ?? 1
  return min(Double(lines) * 15 + 3, 400)
}

func headerStyle(of table: ReportTable, _ column: Int) -> Style {
  if table.columns[column].isNumber { return SheetStyle.numberHeader }
  let followsNumber = column > 0 && table.columns[column - 1].isNumber
  return followsNumber ? SheetStyle.indentedHeader : SheetStyle.header
}

func bodyStyle(of table: ReportTable, _ column: Int) -> Style {
  if table.columns[column].isNumber { return SheetStyle.number }
  let followsNumber = column > 0 && table.columns[column - 1].isNumber
  return followsNumber ? SheetStyle.indented : SheetStyle.body
}

/// A cell with its look. Numbers have the six decimals of the CSV, so that the two are equal, and not a digit more.
func workbookCell(_ cell: ReportCell, _ style: Style) -> Workbook.Cell {
  guard case .number(let value, let look) = cell.content else {
    guard let words = cell.words else { return Workbook.Cell(.blank, style) }
    var text = Workbook.Cell.text(CellText.cleaned(words), style)
    text.leadsTo = cell.leadsTo
    return text
  }
  let shown = style.with { $0.format = look.format }
  let millionths = value.scaled(decimals: 6)
  guard millionths.magnitude <= 1 << 53 else { return .number(value.double, shown) }
  return .decimal(Int(millionths), scale: 6, shown)
}

extension String {
  /// Letters and digits of ASCII alone, for the names of tables.
  var asciiWord: String { String(decoding: utf8.filter { Character(UnicodeScalar($0)).isASCIIWord }, as: UTF8.self) }
}

extension Character {
  fileprivate var isASCIIWord: Bool { isASCII && (isLetter || isNumber) }
}
