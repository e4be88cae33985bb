/// One series of a chart.
package struct ChartSeries: Sendable, Equatable {
  package enum Name: Sendable, Equatable {
    case text(String)
    /// One cell, for instance a table's header.
    case cell(CellReference)
  }
  package enum Dash: Sendable, Equatable { case solid, dashed, dotted }
  /// Figures written beside the marks.
  package struct Labels: Sendable, Equatable {
    package var format: String
    package var colour: Colour

    package init(format: String, colour: Colour = Look.ink) {
      self.format = format
      self.colour = colour
    }
  }

  package var name: Name
  /// Text cells, months among them: date axes show serial numbers.
  package var categories: CellReference
  /// Numbers or blanks, as many as there are categories; a blank is a gap.
  package var values: CellReference
  package var colour: Colour
  package var dash = Dash.solid
  /// Of a line chart: a line without them is a target or a trend, not a measurement.
  package var hasMarkers = true
  package var labels: Labels?
  /// Among bars: no bar, but a mark where it would end.
  package var isMark = false

  package init(_ name: Name, categories: CellReference, values: CellReference, colour: Colour) {
    self.name = name
    self.categories = categories
    self.values = values
    self.colour = colour
  }

  /// Something to be compared with: a dashed line without markers, and among bars a mark across where the bar would end; grey
  /// unless said otherwise.
  package static func target(
    _ name: Name, categories: CellReference, values: CellReference, colour: Colour = Look.muted
  ) -> ChartSeries {
    var series = ChartSeries(name, categories: categories, values: values, colour: colour)
    series.dash = .dashed
    series.hasMarkers = false
    series.isMark = true
    return series
  }
}
