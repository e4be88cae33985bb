/// Every figure of a month, in the table's order: catalogue, horizon, cell.
package struct Figures: Sendable {
  package struct Key: Hashable, Sendable {
    package let indicator: String
    package let horizon: Horizon
    package let cell: Cell
    package init(_ indicator: String, _ horizon: Horizon, _ cell: Cell = .total) {
      self.indicator = indicator
      self.horizon = horizon
      self.cell = cell
    }
  }

  package let month: Month
  package let all: [Figure]
  private let positions: [Key: Int]

  package init(month: Month, _ figures: [Figure]) {
    self.month = month
    all = figures
    positions = Dictionary(
      figures.enumerated().map { ($1.key, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  package subscript(_ indicator: String, _ horizon: Horizon, _ cell: Cell = .total) -> Figure? {
    self[Key(indicator, horizon, cell)]
  }
  package subscript(_ key: Key) -> Figure? { positions[key].map { all[$0] } }

  /// The figures of one breakdown, in the table's order.
  package func cells(of indicator: String, _ horizon: Horizon, by dimensions: [Dimension]) -> [Figure] {
    all.filter { $0.indicator == indicator && $0.horizon == horizon && $0.cell.dimensions == dimensions }
  }
}
