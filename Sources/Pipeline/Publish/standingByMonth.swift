import Domain
import Host
import Ledger

/// How each month's inputs stand to its edition; months without one are left out.
func standingByMonth(
  of editions: [Month: EditionRecord], _ checked: CheckedMonth, _ store: EditionStore
) throws -> [Month: Standing] {
  let months = editions.keys.sorted()
  let found = try concurrentMap(months.count) { index -> Standing in
    guard let edition = editions[months[index]] else { return .changed }
    return try standing(of: checked.limited(to: months[index]), to: edition, store)
  }
  return Dictionary(uniqueKeysWithValues: zip(months, found))
}

/// Inputs in which nobody would see a difference confirm an edition: the ledger knows them from then on.
func noteConfirmed(
  _ standings: [Month: Standing], _ editions: [Month: EditionRecord], _ checked: CheckedMonth, _ store: EditionStore
) throws {
  let confirmed = standings.filter { $0.value == .confirming }.keys.sorted()
  guard !confirmed.isEmpty else { return }
  try store.ledger.record(
    confirmed.map { month in
      (
        trace(month, .confirmed, fingerprint: fingerprint(checked.limited(to: month))), editions[month]
      )
    })
}

/// What a run leaves in the ledger, whatever came of it.
func trace(
  _ month: Month, _ outcome: RunRecord.Outcome, detail: String? = nil, fingerprint: String? = nil
) -> RunRecord {
  RunRecord(
    at: timestamp(Clock.now), month: month.description, bilanVersion: bilanVersion, outcome: outcome, detail: detail,
    fingerprint: fingerprint)
}
