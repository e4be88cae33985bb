import Domain

/// What stretch of time a figure really counts: it is printed instead of its horizon's name, which would promise more. A share
/// estimated from a vintage counts the months after it; a reference figure is of its vintage's day; an instance counts from the
/// month in which it is tracked.
enum CountedPeriod: Hashable, Sendable {
  case month(Month)
  /// Of one year, up to the reported month.
  case year(ClosedRange<Month>)
  case since(Month)
  /// A state of `month`, with what came since a vintage.
  case estimate(since: Month, month: Month)
  /// Days of the vintages, oldest first.
  case vintage([Day])

  /// As a column header or a cell says it: `janvier à mai 2022`.
  func french(endingWith month: Month, start: Month) -> String {
    switch self {
    case .month(let month): return month.french
    case .year(let months):
      guard months.lowerBound != months.upperBound else { return Horizon.annee.french(month, start: start) }
      return "\(Month.frenchNames[months.lowerBound.number - 1]) à \(months.upperBound.french)"
    case .since(let first), .estimate(let first, _): return "depuis \(first.french)"
    case .vintage(let days): return "au " + French.list(days.map(frenchDay))
    }
  }

  /// In a sentence: `de janvier à mai 2022`, `en mai 2022`.
  var adverbial: String {
    switch self {
    case .month(let month): return "en \(month.french)"
    case .year(let months):
      guard months.lowerBound != months.upperBound else {
        return "en \(months.upperBound.french), premier mois compté"
      }
      return "de \(Month.frenchNames[months.lowerBound.number - 1]) à \(months.upperBound.french)".elided
    case .since(let first): return "depuis \(first.french)"
    case .estimate(let first, let month): return "en \(month.french), emplois comptés depuis \(first.french)"
    case .vintage(let days): return "au " + French.list(days.map(frenchDay))
    }
  }
}

extension String {
  /// `d’avril`, `d’octobre`.
  fileprivate var elided: String {
    for name in ["avril", "août", "octobre"] where hasPrefix("de " + name) { return "d’" + dropFirst(3) }
    return self
  }
}

extension Definitions {
  /// Of a figure of `month`.
  func countedPeriod(of key: Figures.Key, in month: Month) -> CountedPeriod {
    guard let indicator = catalogue[key.indicator] else { return period(key.horizon, in: month, from: programme.start) }
    if catalogue.kinds(of: indicator.term).isEmpty {
      let days = catalogue.territories(of: indicator.term).compactMap { reference.vintage(of: $0, in: month)?.asOf }
      if !days.isEmpty { return .vintage(Set(days).sorted()) }
    }
    if let vintage = catalogue.estimated(of: indicator.term).flatMap({ reference.vintage(of: $0, in: month) }) {
      let first = max(vintage.asOf.month.advanced(by: 1), programme.start)
      return first <= month ? .estimate(since: first, month: month) : .vintage([vintage.asOf])
    }
    let tracked = key.cell[.instance].flatMap { id in programme.instances.first { $0.id == id }?.trackedFrom }
    // One that is tracked only later has no figure yet.
    let first = tracked.flatMap { $0 <= month ? max($0, programme.start) : nil } ?? programme.start
    return period(key.horizon, in: month, from: first)
  }

  private func period(_ horizon: Horizon, in month: Month, from start: Month) -> CountedPeriod {
    switch horizon {
    case .mois: return .month(month)
    case .annee: return .year(horizon.period(endingWith: month, start: start))
    case .programme: return .since(start)
    }
  }
}
