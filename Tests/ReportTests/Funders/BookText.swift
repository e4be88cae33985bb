import Report

@testable import Workbook

/// A sheet as a person reads it: one line a row, what the numbers look like, then tables, charts and print set-up.
func readableText(of sheet: Sheet) -> String {
  var lines = ["# \(sheet.name)"]
  lines.append("colonnes \(sheet.columns.map { "\($0.width)" }.joined(separator: " "))")
  lines.append(
    "figé \(sheet.freeze?.name ?? "–"), répété \(sheet.page.repeatedRows.map { "\($0.lowerBound + 1)" } ?? "–")")
  lines.append("imprimé \(sheet.page.area?.name ?? "tout"), pied \(sheet.page.footer.code)")
  for (index, row) in sheet.rows.enumerated() where !row.cells.isEmpty {
    lines.append("\(index + 1): " + row.cells.map(readable).joined(separator: " | "))
  }
  for table in sheet.tables {
    lines.append("tableau \(table.name) \(table.area.name)\(table.hasFilter ? " filtré" : "")")
  }
  for chart in sheet.charts {
    lines.append("graphique \(chart.kind) \(chart.place.name) \(chart.width)×\(chart.height) « \(chart.title) »")
    lines += chart.series.map { "  série \($0.name) : \($0.categories.area.name) \($0.values.area.name)" }
    lines.append("  \(chart.alternativeText)")
  }
  return lines.joined(separator: "\n") + "\n"
}

private func readable(_ cell: Workbook.Cell) -> String {
  switch cell.content {
  case .text(let text): return text.replacing("\u{A0}", with: "·").replacing("\u{202F}", with: "·")
  case .number(let number): return "\(number)" + (cell.style.map { $0.format.isEmpty ? "" : " [\($0.format)]" } ?? "")
  case .blank: return ""
  }
}
