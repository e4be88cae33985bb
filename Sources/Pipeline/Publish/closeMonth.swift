import Domain
import Ledger
import Host

/// What closing or opening a month came to.
package struct ClosingOutcome: Sendable {
  package let month: Month
  package let isClosed: Bool
  package let edition: String
  /// False: it was so already, and nothing was written.
  package let isNew: Bool
}

/// Closes a published month, or opens it again, with a trace in the ledger. Throws ``MissingEdition``, and what opening the
/// reports for writing throws (``ReportsUnusable``, ``FileLock/Held``, ``LedgerMissing``, `LedgerError`, `SystemError`).
package func closeMonth(
  _ month: Month, isClosed: Bool, reason: String?, reports: ReportsFolder
) throws -> ClosingOutcome {
  guard try isPresent(reports.ledger) || isPresent(reports.editions) else {
    throw MissingEdition(message: "\(month.french) : aucune édition publiée.")
  }
  return try reports.tellingDenials { try setClosed(isClosed, month, reason, reports) }
}

private func setClosed(
  _ isClosed: Bool, _ month: Month, _ reason: String?, _ reports: ReportsFolder
) throws -> ClosingOutcome {
  let lock = try reports.openForWriting()
  defer { withExtendedLifetime(lock) {} }
  let store = try EditionStore(writing: reports)
  guard let edition = try store.current(month) else {
    throw MissingEdition(message: "\(month.french) : aucune édition publiée.")
  }
  let wasClosed = try store.closing(of: month) != nil
  if wasClosed != isClosed {
    var record = ClosingRecord(
      month: month.description, isClosed: isClosed, reason: reason, at: timestamp(Clock.now))
    record.seal = sha256(record.text.utf8)
    try store.ledger.close(record)
  }
  return ClosingOutcome(month: month, isClosed: isClosed, edition: edition.name, isNew: wasClosed != isClosed)
}
