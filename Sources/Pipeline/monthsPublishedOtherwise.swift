import Domain
import Ledger

extension EditionStore {
  /// Earlier months of an évolution that their current edition tells otherwise: a total that both show has another value.
  func monthsPublishedOtherwise(than history: [ReleasedFigures]) throws -> Set<Month> {
    let editions = try currentEditions()
    return Set(
      try history.dropLast().filter { month in
        guard let edition = editions[month.month] else { return false }
        return try ledger.totals(of: edition).contains { record in
          guard let horizon = Horizon(id: record.horizon), record.confidentiality == Confidentiality.F.id,
            let now = month[record.indicator, horizon], !now.isHidden
          else { return false }
          return now.value?.exact != record.value
        }
      }.map(\.month))
  }
}
