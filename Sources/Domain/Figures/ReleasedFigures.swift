/// The figures of a month after protection, in the table's order.
package struct ReleasedFigures: Sendable {
  package let month: Month
  package let all: [ReleasedFigure]
  private let positions: [Figures.Key: Int]

  package init(month: Month, _ figures: [ReleasedFigure]) {
    self.month = month
    all = figures
    positions = Dictionary(
      figures.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package subscript(_ indicator: String, _ horizon: Horizon, _ cell: Cell = .total) -> ReleasedFigure? {
    self[Figures.Key(indicator, horizon, cell)]
  }
  package subscript(_ key: Figures.Key) -> ReleasedFigure? { positions[key].map { all[$0] } }

  /// The figures of one breakdown, in the table's order.
  package func cells(of indicator: String, _ horizon: Horizon, by dimensions: [Dimension]) -> [ReleasedFigure] {
    all.filter {
      $0.figure.indicator == indicator && $0.figure.horizon == horizon && $0.figure.cell.dimensions == dimensions
    }
  }
}
