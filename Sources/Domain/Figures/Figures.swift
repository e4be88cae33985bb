import Synchronization

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
  private let places = Places()

  package init(month: Month, _ figures: [Figure]) {
    self.month = month
    all = figures
  }

  package subscript(_ indicator: String, _ horizon: Horizon, _ cell: Cell = .total) -> Figure? {
    self[Key(indicator, horizon, cell)]
  }
  package subscript(_ key: Key) -> Figure? { places.positions(in: all)[key].map { all[$0] } }

  /// The figures of one breakdown, in the table's order.
  package func cells(of indicator: String, _ horizon: Horizon, by dimensions: [Dimension]) -> [Figure] {
    all.filter { $0.indicator == indicator && $0.horizon == horizon && $0.cell.dimensions == dimensions }
  }
}

/// Where each figure stands, once somebody asks for one: whoever prints them all never does (a thirtieth of what computing them takes).
private final class Places: Sendable {
  private final class Known: Sendable {
    let positions: [Figures.Key: Int]
    init(_ figures: [Figure]) {
      positions = Dictionary(figures.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    }
  }
  private let known = AtomicLazyReference<Known>()

  /// Two that ask first at once may both look; one answer is kept.
  func positions(in figures: [Figure]) -> [Figures.Key: Int] {
    (known.load() ?? known.storeIfNil(Known(figures))).positions
  }
}
