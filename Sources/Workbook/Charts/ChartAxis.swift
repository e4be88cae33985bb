/// An axis of a chart. Bounds, unit and format apply to the axis of values only.
package struct ChartAxis: Sendable, Equatable {
  package var title = ""
  package var format = ""
  package var minimum: Double?
  package var maximum: Double?
  package var step: Double?

  package init(
    title: String = "", format: String = "", minimum: Double? = nil, maximum: Double? = nil,
    step: Double? = nil
  ) {
    self.title = title
    self.format = format
    self.minimum = minimum
    self.maximum = maximum
    self.step = step
  }
}
