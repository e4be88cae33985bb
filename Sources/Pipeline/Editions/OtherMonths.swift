import Domain
import Ledger

/// What other months' editions have to do with an évolution: which of its totals they tell otherwise, and which of them they
/// hid. Empty as long as nothing was corrected; what is not stands in the manifest, for an edition can be made again from
/// what it says.
struct OtherMonths: Hashable, Sendable {
  /// Totals that the month's current edition gives another value.
  var differing: [Month: Set<Figures.Key>] = [:]
  /// Cells that some edition of the month hid, and that today's rule would show: they stay hidden.
  var hidden: [Month: Set<Figures.Key>] = [:]

  init() {}

  /// As the manifest writes them: `2022-04 entrees mois`.
  init(differing: [String], hidden: [String]) {
    self.differing = OtherMonths.read(differing)
    self.hidden = OtherMonths.read(hidden)
  }

  var differingText: [String] { OtherMonths.lines(differing) }
  var hiddenText: [String] { OtherMonths.lines(hidden) }

  private static func lines(_ keys: [Month: Set<Figures.Key>]) -> [String] {
    keys.flatMap { month, keys in
      keys.map { key in
        let cell = key.cell.text
        return "\(month) \(key.indicator) \(key.horizon.id)" + (cell.isEmpty ? "" : " \(cell)")
      }
    }.sorted()
  }

  private static func read(_ words: [String]) -> [Month: Set<Figures.Key>] {
    var keys: [Month: Set<Figures.Key>] = [:]
    for text in words {
      let parts = text.split(separator: " ", maxSplits: 3).map(String.init)
      guard parts.count >= 3, let month = Month(parts[0]), let horizon = Horizon(id: parts[2]),
        let cell = Cell(text: parts.count > 3 ? parts[3] : "")
      else { continue }
      keys[month, default: []].insert(Figures.Key(parts[1], horizon, cell))
    }
    return keys
  }
}

extension EditionStore {
  /// What the current editions of other months say of the totals of an évolution, and what they hid of it. `figures` are the
  /// months before protection, oldest first, the reported month last.
  func otherMonths(_ figures: [Figures], _ definitions: Definitions) throws -> OtherMonths {
    let editions = try currentEditions()
    var others = OtherMonths()
    for month in figures.dropLast() {
      guard let edition = editions[month.month] else { continue }
      let hiddenThen = try hidden(in: edition)
      let now = released(month, definitions, hidden: [])
      let kept = now.all.filter { figure in
        let key = Figures.Key(figure.figure.indicator, figure.figure.horizon, figure.figure.cell)
        return !figure.isHidden && figure.value != nil && hiddenThen.contains(key)
      }
      if !kept.isEmpty {
        others.hidden[month.month] = Set(
          kept.map { Figures.Key($0.figure.indicator, $0.figure.horizon, $0.figure.cell) })
      }
      let differing = try ledger.totals(of: edition).compactMap { record -> Figures.Key? in
        guard let horizon = Horizon(id: record.horizon), record.confidentiality == Confidentiality.F.id,
          let figure = now[record.indicator, horizon], !figure.isHidden, figure.value?.exact != record.value
        else { return nil }
        return Figures.Key(record.indicator, horizon)
      }
      if !differing.isEmpty { others.differing[month.month] = Set(differing) }
    }
    return others
  }
}
