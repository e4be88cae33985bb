import Domain
import Pipeline

/// `bilan run --json`: what became of one month.
struct OutcomeReport: Encodable {
  let month: String
  /// `published`, `unchanged`, `closed`, `waiting` or `refused`.
  let outcome: String
  var edition: String?
  var predecessor: String?
  var reason: String?
  var files: [String] = []
  /// Owed files that are not accepted.
  var missing: [String] = []
  /// nil unless the edition revises one.
  var comparison: ComparisonReport?

  /// Why nothing is published, in French.
  var refusals: [String] = []

  init(_ refusal: PublicationRefused) {
    month = refusal.month.description
    outcome = "refused"
    refusals = [refusal.reason] + refusal.details
  }

  init(_ result: RunOutcome, _ month: Month) {
    self.month = month.description
    switch result {
    case .unchanged(let name):
      outcome = "unchanged"
      edition = name
    case .leftClosed(let name):
      outcome = "closed"
      edition = name
    case .waiting(let names, _):
      outcome = "waiting"
      missing = names
    case .published(let published):
      outcome = "published"
      edition = published.edition.description
      predecessor = published.edition.predecessor
      reason = published.edition.reason
      files = published.files
      let definitions = published.checked.definitions
      missing = published.checked.facts.deliveries.of(month).filter { $0.isOwed && $0.outcome != .accepted }.map(\.name)
      comparison = published.comparison.map { ComparisonReport($0, definitions) }
    }
  }
}

extension RunNotice {
  var french: String {
    switch self {
    case .mended(let words), .made(let words): return words
    case .others(let months):
      let names =
        months.count > 4
        ? "\(months[0]) … \(months[months.count - 1]) (\(months.count) mois)"
        : months.map(\.description).joined(separator: ", ")
      return
        "d'autres mois ont été publiés avec d'autres données ou définitions : \(names) ; bilan plan \(months[0]) montre ce qui bouge, bilan run --from \(months[0]) le publie"
    }
  }
}
