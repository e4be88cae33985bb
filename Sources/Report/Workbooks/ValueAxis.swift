import Domain
import Workbook

/// The axis of a chart's values. It begins at 0, so that no hundredth of a point looks like a leap; below it where values are.
func valueAxis(of chart: ReportChart) -> ChartAxis {
  let values = chart.series.flatMap(\.numbers).compactMap { $0 }
  let (low, high) = (min(values.min() ?? .zero, .zero), max(values.max() ?? .zero, .zero))
  let span = high - low
  let digits = NumberFormat.decimals(axisDecimals(span, of: chart))
  // Of bars the title says the unit; a line of its own would take the room of a bar.
  let isSaid = chart.kind != .line && !chart.unit.contains(",")
  var axis = ChartAxis(title: isSaid ? "" : chartText(chart.unit), format: "\(digits);\u{2212}\(digits)")
  axis.minimum = low < .zero ? nil : 0
  // No half posts between 2 and 3.
  if chart.decimals == 0 && span <= Rational(8) && chart.kind != .stacked { axis.step = 1 }
  return axis
}

/// As many as tell one step from the next.
private func axisDecimals(_ span: Rational, of chart: ReportChart) -> Int {
  if chart.decimals == 0 || span > Rational(10) { return 0 }
  if span > Rational(2) { return 1 }
  if span > Rational(1, over: 5) { return 2 }
  return span > Rational(1, over: 50) ? 3 : 4
}
