import Domain
import Ledger

/// What an edition's files were made from, again, from the archive and the ledger alone. What moved since its predecessor is
/// worked out again, not looked up.
func editionSource(_ edition: EditionRecord, _ store: EditionStore) throws -> EditionSource {
  let checked = try readEdition(edition, store)
  let predecessor = try edition.predecessor.map { name in
    guard let predecessor = try store.edition(name) else { throw store.inconsistent(edition, "édition précédente") }
    return predecessor
  }
  let programme = checked.definitions.programme
  guard let effects = decodeEffects(edition.effects, programme) else { throw store.inconsistent(edition, "effets") }
  let manifest = try store.reports.manifest(edition.name)
  let comparison = try predecessor.map { try compareEditions($0, edition, store) }
  return EditionSource(
    checked: checked, figures: computeAll(checked),
    edition: Edition(
      month: checked.month, number: edition.number, reason: edition.reason, revisions: comparison?.revisions ?? [],
      causes: comparison?.causes ?? [], materiality: comparison?.materiality),
    effects: effects, predecessor: try predecessor.map(store.predecessor),
    otherMonths: OtherMonths(differing: manifest.publishedOtherwise, hidden: manifest.keptHidden))
}

/// Two published editions of a month.
func compareEditions(_ old: EditionRecord, _ new: EditionRecord, _ store: EditionStore) throws -> Comparison {
  try compareEditions(ComparedEdition(old, store), ComparedEdition(new, store), text: store.archive.text)
}
