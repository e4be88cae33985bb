import Domain

/// Cells of several months: what an évolution owes to other months' editions. In a manifest each is a line,
/// `2022-04 entrees mois axe=mobilite`, sorted.
typealias CellsByMonth = [Month: Set<Figures.Key>]

extension CellsByMonth {
  var lines: [String] {
    flatMap { month, keys in
      keys.map { key in
        let cell = key.cell.text
        return "\(month) \(key.indicator) \(key.horizon.id)" + (cell.isEmpty ? "" : " \(cell)")
      }
    }.sorted()
  }

  /// Reads what ``lines`` writes; other lines say nothing.
  init(lines: [String]) {
    self = [:]
    for line in lines {
      let parts = line.split(separator: " ", maxSplits: 3).map(String.init)
      guard parts.count >= 3, let month = Month(parts[0]), let horizon = Horizon(id: parts[2]),
        let cell = Cell(text: parts.count > 3 ? parts[3] : "")
      else { continue }
      self[month, default: []].insert(Figures.Key(parts[1], horizon, cell))
    }
  }
}
