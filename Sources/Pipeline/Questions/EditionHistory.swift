import Domain
import Ledger

/// The editions of a month, or of all, what was said of closing, and what was purged.
package struct EditionHistory: Sendable {
  package struct Entry: Sendable {
    package let edition: EditionRecord
    /// The edition that superseded it.
    package let successor: String?
    /// What was noted as sent of it, in that order.
    package let sendings: [Sending]
    package let purged: PurgedRows?
  }
  package let entries: [Entry]
  package let closings: [ClosingRecord]
  /// Oldest first.
  package let purges: [NotedPurge]

  /// Throws ``LedgerMissing``, `LedgerError` and `SystemError`.
  package init(_ month: Month?, reports: ReportsFolder) throws {
    guard let store = try EditionStore(reading: reports) else {
      entries = []
      closings = []
      purges = []
      return
    }
    let editions = try month.map { try store.editions(of: $0) } ?? store.editions()
    let sendings = try store.sendings(of: month)
    let purged = try store.purgedRows()
    entries = editions.map { edition in
      Entry(
        edition: edition,
        successor: editions.first { $0.month == edition.month && $0.number == edition.number &+ 1 }?.name,
        sendings: sendings.filter { $0.edition == edition.name }.compactMap { Sending($0) },
        purged: purged[edition.name])
    }
    closings =
      try month.map { try store.closings(of: $0.description) }
      ?? Set(editions.map(\.month)).sorted().flatMap { try store.closings(of: $0) }
    purges = try store.notedPurges(of: month)
  }
}
