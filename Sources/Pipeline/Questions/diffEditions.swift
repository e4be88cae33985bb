import Domain
import Ledger

/// Two editions of a month, held against one another.
package struct Diff: Sendable {
  package let old: String
  package let new: String
  package let comparison: Comparison
  /// Of the newer edition; of one funder alone where he was asked for.
  package let definitions: Definitions
  /// What was sent to the funder, where the diff begins there.
  package var sending: Sending?
}

/// The last two editions of a month, or the two named. From the archive alone. Throws ``MissingEdition``,
/// ``NoSuchEdition``, ``NoSuchName``, and what reading an edition throws (``LedgerMissing``, ``LedgerInconsistent``,
/// ``ArchiveDamaged``, `LedgerError`).
package func diffEditions(
  _ month: Month, _ first: String?, _ second: String?, funder: String? = nil, reports: ReportsFolder
) throws -> Diff {
  let (store, newest) = try published(month, reports)
  let editions = try store.editions(of: month)
  let new = try second.map { try edition($0, among: editions) } ?? newest
  let old: EditionRecord
  if let first {
    old = try edition(first, among: editions)
  } else {
    guard let name = newest.predecessor else {
      throw MissingEdition(message: "\(month) n'a qu'une édition, \(newest.name) : rien à comparer.")
    }
    old = try edition(name, among: editions)
  }
  return try diff(old, new, funder: funder, store)
}

/// What moved in a month since it was sent: for one funder, or for each to whom something was sent. Throws as ``diffEditions``.
package func diffsSinceSent(_ month: Month, funder: String?, reports: ReportsFolder) throws -> [Diff] {
  let (store, newest) = try published(month, reports)
  let sendings = try store.lastSendings(of: month)
  let wanted = funder.map { id in sendings.keys.filter { normalForm($0) == normalForm(id) } } ?? Array(sendings.keys)
  guard !wanted.isEmpty else {
    if let funder { try requireFunder(funder, try store.definitions(of: newest).definitions) }
    throw MissingEdition(
      message:
        "\(month.french) : aucun envoi n'est noté\(funder.map { " pour \($0)" } ?? "") ; bilan sent \(month) FINANCEUR le note."
    )
  }
  return try wanted.sorted().compactMap { sendings[$0] }.map { sending in
    let sent = try edition(sending.edition, among: store.editions(of: month))
    var diff = try diff(sent, newest, funder: sending.funder, store)
    diff.sending = sending
    return diff
  }
}

private func published(_ month: Month, _ reports: ReportsFolder) throws -> (EditionStore, EditionRecord) {
  guard let store = try EditionStore(reading: reports), let newest = try store.current(month) else {
    throw MissingEdition(message: "\(month) : aucune édition publiée.")
  }
  return (store, newest)
}

private func diff(
  _ old: EditionRecord, _ new: EditionRecord, funder id: String?, _ store: EditionStore
) throws -> Diff {
  var definitions = try store.definitions(of: new).definitions
  var comparison = try compareEditions(old, new, store)
  if let id {
    let funder = try requireFunder(id, definitions)
    definitions.funders = [funder]
    comparison = comparison.limited(to: funder, threshold: definitions.programme.rules.materialThreshold)
  }
  return Diff(old: old.name, new: new.name, comparison: comparison, definitions: definitions)
}

@discardableResult
private func requireFunder(_ id: String, _ definitions: Definitions) throws -> Funder {
  guard let funder = definitions.funders.first(where: { normalForm($0.id) == normalForm(id) }) else {
    throw NoSuchName.funder(id, known: definitions.funders.map(\.id))
  }
  return funder
}
