import Domain

/// A report's table on a page: the same rows and words as in the workbook.
func tableMarkup(_ table: ReportTable, id: String, caption: String) -> Markup {
  scrollingTable(
    id: id, caption: caption, isTitled: true, head: table.columns.map { columnHead($0.header, isNumber: $0.isNumber) },
    rows: table.rows.map { row in
      zip(table.columns, row).enumerated().map { index, pair in cellMarkup(pair.1, of: pair.0, isFirst: index == 0) }
    })
}

private func cellMarkup(_ cell: ReportCell, of column: ReportTable.Column, isFirst: Bool) -> Markup {
  let text = cell.shown
  if isFirst { return tag("th", ["scope": "row"]) { text } }
  return tag("td", ["class": column.isNumber ? "number" : nil]) {
    if case .figure(let key, _) = cell.origin { figureData(key, text) } else { Markup.text(text) }
  }
}

extension NumberLook {
  /// As a spreadsheet would display it.
  func text(_ value: Rational) -> String {
    let number = French.number(value, decimals: decimals ?? 2)
    let sign = isSigned && value > .zero ? "+" : ""
    return sign + number + (unit.isEmpty ? "" : "\(French.noBreakSpace)\(unit)")
  }
}

extension ReportCell {
  /// What a reader sees.
  var shown: String { if case .number(let value, let look) = content { look.text(value) } else { words ?? "" } }
}
