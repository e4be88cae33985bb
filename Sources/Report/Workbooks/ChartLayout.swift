import Domain
import Workbook

/// The cells that a chart is drawn from.
struct ChartSource {
  let sheet: String
  let table: Table
  /// How many rows from the first on; a total below them is no category.
  let categories: Int
  /// Whether the table is the chart's own: its series stand in order, from the second column on.
  var isOwn = false

  func cells(_ column: Int) -> CellReference {
    let first = table.area.rows.lowerBound + 1
    return CellReference(
      sheet: sheet, area: CellArea(rows: first...(first + categories - 1), columns: column...column))
  }
  func header(_ column: Int) -> CellReference { CellReference(sheet: sheet, area: table.header(column)) }
}

/// Where a chart stands, in cells and pixels.
struct ChartPlace {
  let cell: CellPlace
  /// Of the chart's left edge from the cell's.
  let indent: Double
  let width: Double
  let height: Double
}

extension ReportChart {
  /// In pixels: room for each bar, between a small and a large chart.
  var height: Double {
    guard kind != .line else { return 240 }
    let bars = kind == .stacked ? 1 : series.filter { !$0.isTarget }.count
    return min(max(Double(categories.count * (bars * 17 + 11) + 96), 210), 620)
  }

  /// How much of that it needs at the least: months stand slantwise under lines, and want their room.
  var leastShare: Double { kind == .line ? 0.8 : 0.5 }

  /// A mark would stand on the numbers beside the bars: they go with the names.
  var named: ReportChart {
    guard hasMarks, let values = series.first(where: { !$0.isTarget }) else { return self }
    var chart = self
    chart.isNamed = true
    chart.shortNames = nil
    chart.categories = zip(categories, values.values).map { name, value in
      guard let value else { return name }
      return "\(name) : \(value.number.map { briefNumber($0, decimals: decimals) } ?? said(value))"
    }
    for index in chart.series.indices { chart.series[index].column = nil }
    return chart
  }

  var hasMarks: Bool { kind != .line && series.contains(where: \.isTarget) }

  /// The table of its numbers, for where the report's own cannot be drawn from.
  func numbers(named name: String) -> ReportTable {
    var table = ReportTable(
      name, [.init(categoryName, width: 0)] + series.map { .init($0.name, width: 0, isNumber: true) },
      rows: categories.indices.map { index in
        [.text((shortNames ?? categories)[index] + absence(at: index))]
          + series.map { $0.numbers[index].map { .number($0, NumberLook(of: $0, decimals: decimals)) } ?? .blank }
      })
    table.leavesBlanks = true
    return table
  }

  /// ` : s` after a name whose bars are not there, ` (Sorties : s)` where some are: a spreadsheet labels no bar that it does not draw.
  /// Months stand under lines, and the table beside says it.
  private func absence(at index: Int) -> String {
    guard kind != .line else { return "" }
    let bars = series.filter { !$0.isTarget }
    let gaps = bars.compactMap { one in one.values[index].noNumber.map { (name: one.name, mark: $0) } }
    // Beside a mark the name has the first series' number, or why there is none.
    let unsaid = isNamed ? gaps.filter { $0.name != bars.first?.name } : gaps
    guard let first = unsaid.first else { return "" }
    if !isNamed, gaps.count == bars.count, gaps.allSatisfy({ $0.mark == first.mark }) {
      return " : \(first.mark.rawValue)"
    }
    return " (" + unsaid.map { "\($0.name) : \($0.mark.rawValue)" }.joined(separator: ", ") + ")"
  }
}

func workbookChart(_ chart: ReportChart, from source: ChartSource, at place: ChartPlace) -> Workbook.Chart {
  let series = chart.series.enumerated().map { index, series in
    workbookSeries(series, of: chart, from: source, column: source.isOwn ? index + 1 : series.column ?? index + 1)
  }
  let kind: Workbook.Chart.Kind = chart.kind == .line ? .line : chart.kind == .stacked ? .stackedBar : .bar
  var result = Workbook.Chart(
    kind, title: chartText(chart.title), series: series, alternativeText: CellText.cleaned(chart.alternativeText),
    at: place.cell)
  result.width = Int(place.width)
  result.height = Int(place.height)
  // Names that stand close together are written smaller: else spreadsheets leave out every second one.
  result.isSmall = chart.isSmall || chart.kind != .line && place.height < Double(chart.categories.count * 32)
  result.indent = Int(place.indent)
  result.legend = series.count > 1 ? .bottom : .none
  // A mark stands on its bar.
  if chart.series.contains(where: \.isTarget) && chart.series.count == 2 { result.overlap = 100 }
  result.values = valueAxis(of: chart)
  return result
}

private func workbookSeries(
  _ series: ReportChart.Series, of chart: ReportChart, from source: ChartSource, column: Int
) -> ChartSeries {
  let (names, cells) = (source.cells(0), source.cells(column))
  let colour = Colour(series.colour)
  if series.isTarget {
    return .target(.text(chartText(series.name)), categories: names, values: cells, colour: colour)
  }
  var result = ChartSeries(.text(chartText(series.name)), categories: names, values: cells, colour: colour)
  guard chart.kind != .line, !chart.hasMarks, chart.categories.count * chart.series.count <= 40 else { return result }
  // A stack has no room for its zeros.
  let digits = NumberFormat.decimals(chart.decimals)
  result.labels =
    chart.kind == .stacked
    ? .init(format: "\(digits);\u{2212}\(digits);", colour: Look.textColour(on: colour))
    : .init(format: "\(digits);\u{2212}\(digits)")
  return result
}
