import Domain
import Ledger

/// Two editions of a month, held against one another.
package struct Diff: Sendable {
  package let old: String
  package let new: String
  package let comparison: Comparison
  /// Of the newer edition.
  package let definitions: Definitions
}

/// The last two editions of a month, or the two named. From the archive alone. Throws ``NothingToCompare``,
/// ``NoSuchEdition``, and what reading an edition throws (``LedgerMissing``, ``LedgerInconsistent``,
/// ``ArchiveDamaged``, `LedgerError`).
package func diffEditions(_ month: Month, _ first: String?, _ second: String?, reports: ReportsFolder) throws -> Diff {
  guard let store = try EditionStore(reading: reports), let newest = try store.current(month) else {
    throw NothingToCompare(message: "\(month) : aucune édition publiée.")
  }
  let editions = try store.editions(of: month)
  let new = try second.map { try edition($0, among: editions) } ?? newest
  let old: EditionRecord
  if let first {
    old = try edition(first, among: editions)
  } else {
    guard let name = newest.predecessor else {
      throw NothingToCompare(message: "\(month) n'a qu'une édition, \(newest.name) : rien à comparer.")
    }
    old = try edition(name, among: editions)
  }
  return Diff(
    old: old.name, new: new.name, comparison: try compareEditions(old, new, store),
    definitions: try store.definitions(of: new).definitions)
}
