/// The stretch of time a figure covers; each ends with the reported month.
package enum Horizon: UInt8, CaseIterable, Hashable, Comparable, Sendable {
  /// The month alone.
  case mois
  /// January, not before the programme's start, to the month.
  case annee
  /// The programme's start to the month.
  case programme

  package var id: String { Horizon.ids[Int(rawValue)] }
  /// Looked up: see ``Status``.
  private static let ids = allCases.map { String(describing: $0) }
  package init?(id: String) {
    guard let horizon = Horizon.allCases.first(where: { $0.id == id }) else { return nil }
    self = horizon
  }
  package static func < (a: Horizon, b: Horizon) -> Bool { a.rawValue < b.rawValue }

  /// Of a month before the start, which a damaged ledger may name: that month.
  package func period(endingWith month: Month, start: Month) -> ClosedRange<Month> {
    let start = min(start, month)
    switch self {
    case .mois: return month...month
    case .annee: return max(start, Month(year: month.year, number: 1))...month
    case .programme: return start...month
    }
  }

  /// As a column header says it: `mai 2022`, `janvier à mai 2022` (`cumul de janvier 2022`: never what the month itself is
  /// called), `depuis juillet 2021`.
  package func french(_ month: Month, start: Month) -> String {
    switch self {
    case .mois: return month.french
    case .annee:
      let first = period(endingWith: month, start: start).lowerBound
      return first == month ? "cumul \(month.frenchOf)" : "\(Month.frenchNames[first.number - 1]) à \(month.french)"
    case .programme: return "depuis \(start.french)"
    }
  }
}
