import Domain

/// A chart of bars on a page: each bar with its name and numbers, so that the picture needs no axis. Stacked pieces differ by a
/// pattern too.
func barFigure(_ chart: ReportChart, id: String) -> Markup {
  let series = chart.series.filter { !$0.isTarget }
  let marks = chart.series.first(where: \.isTarget)
  let totals = chart.categories.indices.map { index -> Double in
    let values = series.compactMap { $0.numbers[index]?.double }
    return chart.kind == .stacked ? values.reduce(0) { $0 + max($1, 0) } : values.max() ?? 0
  }
  let longest = max(totals.max() ?? 0, marks?.numbers.compactMap { $0?.double }.max() ?? 0)
  return tag("figure", ["aria-labelledby": id]) {
    tag("figcaption") {
      tag("h3", ["id": id]) { chart.title }
      tag("p", ["class": "soft small"]) { legend(chart, series, marks) }
    }
    tag("ul", ["class": "bars"]) {
      for index in chart.categories.indices {
        tag("li") { bar(index, of: chart, series, mark: marks?.numbers[index]?.double, longest: longest) }
      }
    }
  }
}

private func legend(_ chart: ReportChart, _ series: [ReportChart.Series], _ mark: ReportChart.Series?) -> String {
  let names = series.count < 2 ? [] : zip(["plein", "hachuré", "pâle"], series).map { "\($0) : \($1.name)" }
  let unit = series.count < 2 ? ["\(chart.unit)"] : []
  let line = mark.map { ["trait : \($0.name.replacing("▏", with: ""))"] } ?? []
  // The sections' tables, which say it too, stand further down.
  let key = chart.gaps.isEmpty ? [] : [NoNumber.key(to: chart.gaps)]
  return sentence((names + unit + line + key).joined(separator: " ; ")) + "."
}

private func bar(
  _ index: Int, of chart: ReportChart, _ series: [ReportChart.Series], mark: Double?, longest: Double
) -> [Markup] {
  let numbers = series.map { chart.said($0.values[index]) }
  return [
    tag("div", ["class": "split"]) {
      tag("span") { chart.categories[index] + " " }
      tag("span", ["class": "strong number"]) { numbers.joined(separator: chart.kind == .stacked ? " + " : " ; ") }
    },
    tag(
      "svg",
      ["width": "100%", "height": chart.kind == .stacked ? "16" : "\(series.count * 14 + 2)", "aria-hidden": "true"]
    ) {
      pieces(index, chart, series, longest)
      mark.map { mark in
        let x = SparkScale.tenths(longest > 0 ? mark / longest * 98 : 0) + "%"
        return [tag("line", ["class": "aim", "x1": x, "x2": x, "y1": "0", "y2": "100%"])]
      } ?? []
    },
  ]
}

private func pieces(
  _ index: Int, _ chart: ReportChart, _ series: [ReportChart.Series], _ longest: Double
) -> [Markup] {
  guard longest > 0 else { return [] }
  var left = 0.0
  return series.enumerated().compactMap { position, one in
    guard let value = one.numbers[index]?.double, value > 0 else { return nil }
    let width = value / longest * 98
    defer { if chart.kind == .stacked { left += width } }
    return tag(
      "rect",
      [
        "class": "piece-\(min(position, 2))", "x": SparkScale.tenths(left) + "%",
        "y": chart.kind == .stacked ? "1" : "\(position * 14 + 1)", "width": SparkScale.tenths(width) + "%",
        "height": chart.kind == .stacked ? "14" : "12",
      ])
  }
}
