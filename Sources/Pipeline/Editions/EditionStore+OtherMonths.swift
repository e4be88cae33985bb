import Domain
import Ledger

/// What other months' editions have to do with an évolution. Nothing, as long as nothing was corrected.
extension EditionStore {
  /// By month, the cells that its current edition hid.
  func hiddenCells(of months: [Month]) throws -> CellsByMonth {
    let editions = try currentEditions()
    return try months.reduce(into: [:]) { cells, month in
      if let edition = editions[month] { cells[month] = try hidden(in: edition) }
    }
  }

  /// The totals of an évolution that the month's current edition gives another value. What that edition hid is hidden in the
  /// history too, and differs in nothing.
  func publishedOtherwise(_ history: [ReleasedFigures]) throws -> CellsByMonth {
    let editions = try currentEditions()
    var differing: CellsByMonth = [:]
    for past in history {
      guard let edition = editions[past.month] else { continue }
      let keys = try ledger.totals(of: edition).compactMap { record -> Figures.Key? in
        guard let horizon = Horizon(id: record.horizon), let figure = past[record.indicator, horizon],
          !figure.isHidden, figure.value?.exact != record.value
        else { return nil }
        return figure.key
      }
      if !keys.isEmpty { differing[past.month] = Set(keys) }
    }
    return differing
  }
}
