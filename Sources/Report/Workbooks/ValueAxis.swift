import Domain
import Workbook

/// The axis of a chart's values. Bars begin at 0. A line may begin where its figures do, unless they hardly move: then
/// a hundredth of a point would look like a leap.
func valueAxis(of chart: ReportChart) -> ChartAxis {
  let values = chart.series.flatMap(\.values).compactMap { $0 }
  let (low, high) = (values.min() ?? .zero, values.max() ?? .zero)
  let isSteady = (high - low) * Rational(20) < high
  let fromZero = low >= .zero && (chart.kind != .line || isSteady)
  let span = fromZero ? high : high - low
  var axis = ChartAxis(title: chartText(chart.unit), format: NumberFormat.decimals(axisDecimals(span, of: chart)))
  axis.minimum = fromZero ? 0 : nil
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
