/// Cells that a programme holds dear: where other cells must be hidden so that a hidden one cannot be computed back, these are
/// chosen last. It is a wish: a small count among them is hidden like any other.
package struct KeptCells: Hashable, Sendable {
  package let indicator: String
  /// nil: all horizons of the indicator.
  package let horizon: Horizon?
  /// In the order of ``Dimension``; none: the total.
  package let by: [Dimension]

  package init(indicator: String, horizon: Horizon? = nil, by: [Dimension] = []) {
    self.indicator = indicator
    self.horizon = horizon
    self.by = by.sorted()
  }

  package func covers(_ key: Figures.Key) -> Bool {
    key.indicator == indicator && horizon ?? key.horizon == key.horizon && key.cell.dimensions == by
  }
}
