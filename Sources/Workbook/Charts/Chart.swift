/// A native chart drawn from cells. Its look (fonts, rules, white ground) is the writer's, so that
/// all charts of a report are alike; here stands what differs.
///
/// libxlsxwriter 1.1.4 combines no chart types: a target is one more series of the same kind.
package struct Chart: Sendable, Equatable {
  package enum Kind: Sendable, Equatable { case bar, stackedBar, column, stackedColumn, line }
  package enum Legend: Sendable, Equatable { case none, top, bottom, right }

  package var kind: Kind
  package var title: String
  package var series: [ChartSeries]
  /// Read out to those who do not see the chart: what it shows and what it says. Never empty.
  package var alternativeText: String
  /// The cell of the top left corner.
  package var place: CellPlace
  /// From that corner, to the right.
  package var indent = 0
  /// In pixels, of 1/96 inch.
  package var width = 760
  package var height = 340
  package var categories = ChartAxis()
  package var values = ChartAxis()
  package var legend = Legend.bottom
  /// Beside other things: smaller letters.
  package var isSmall = false
  /// Between groups of bars, in per cent of a bar's width, 0 to 500.
  package var gap = 60
  /// Between bars of a group, in per cent, -100 to 100; stacked bars are always at 100.
  package var overlap = 0

  package init(
    _ kind: Kind, title: String, series: [ChartSeries], alternativeText: String, at place: CellPlace
  ) {
    self.kind = kind
    self.title = title
    self.series = series
    self.alternativeText = alternativeText
    self.place = place
  }
}
