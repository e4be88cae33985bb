import Domain
import Ledger

/// What other months' editions have to do with an évolution. Nothing, as long as nothing was corrected.
extension EditionStore {
  /// By month, the cells of some indicators that its current edition hid.
  func hiddenCells(of months: [Month], where isWanted: (String) -> Bool) throws -> CellsByMonth {
    let editions = try currentEditions(from: months.min())
    return try months.reduce(into: [:]) { cells, month in
      guard let edition = editions[month] else { return }
      let hidden = try Set(marks(in: edition).keys.filter { isWanted($0.indicator) })
      if !hidden.isEmpty { cells[month] = hidden }
    }
  }

  /// The totals of an évolution, and of its cells those asked for, that the month's current edition gives another value. What that edition hid is hidden in the
  /// history too, and differs in nothing.
  func publishedOtherwise(_ history: [ReleasedFigures], cells: [Figures.Key]) throws -> CellsByMonth {
    let editions = try currentEditions(from: history.map(\.month).min())
    var differing: CellsByMonth = [:]
    for past in history {
      guard let edition = editions[past.month] else { continue }
      let keys = try figureRecords(of: edition).filter(\.cell.isEmpty).compactMap { record -> Figures.Key? in
        guard let horizon = Horizon(id: record.horizon), let figure = past[record.indicator, horizon],
          !figure.isHidden, figure.value?.exact != record.value
        else { return nil }
        return figure.key
      }
      let told = cells.isEmpty ? nil : try figures(of: edition)
      let others = cells.filter { key in
        guard let told, let figure = past[key], !figure.isHidden, let before = told[key] else { return false }
        return figure.value?.exact != before.value?.exact
      }
      if !(keys + others).isEmpty { differing[past.month] = Set(keys + others) }
    }
    return differing
  }
}
