/// A declared value that a figure is read against: where it started (a baseline) or where it should go (a target).
package struct Benchmark: Hashable, Sendable {
  package var value: Rational
  /// Month it holds for (`as_of` of a baseline) or from (`from` of a target).
  package var month: Month?
  package var source: String
  /// The cell it holds for; empty: the total.
  package var cell: Cell
  /// The horizon it holds for; nil: every one.
  package var horizon: Horizon?
  package init(value: Rational, month: Month?, source: String, cell: Cell = .total, horizon: Horizon? = nil) {
    self.value = value
    self.month = month
    self.source = source
    self.cell = cell
    self.horizon = horizon
  }
}

extension [Benchmark] {
  /// The newest not later than `month`, else the oldest, of those that hold exactly for this cell and horizon.
  package func applying(to cell: Cell, horizon: Horizon, in month: Month) -> Benchmark? {
    let fitting = filter { $0.cell == cell && ($0.horizon == nil || $0.horizon == horizon) }
    let dated = fitting.sorted { ($0.month ?? Month(index: 0)) < ($1.month ?? Month(index: 0)) }
    return dated.last { ($0.month ?? Month(index: 0)) <= month } ?? dated.first
  }
}
