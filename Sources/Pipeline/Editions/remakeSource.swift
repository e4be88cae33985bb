import Domain
import Ledger

/// What an edition's files were made from, again, from the archive and the ledger alone. What moved since its predecessor is
/// worked out again, not looked up.
func remakeSource(_ edition: EditionRecord, _ store: EditionStore) throws -> EditionSource {
  let (checked, figures) = try computedAgain(edition, store)
  return try remakeSource(edition, checked, figures, store.reports.manifest(edition.name), store)
}

/// Its inputs from the archive, and every figure of them.
func computedAgain(_ edition: EditionRecord, _ store: EditionStore) throws -> (checked: CheckedMonth, figures: Figures)
{
  let checked = try readEdition(edition, store)
  return (checked, try computeAll(checked))
}

/// The same of inputs that were read and computed already.
func remakeSource(
  _ edition: EditionRecord, _ checked: CheckedMonth, _ figures: Figures, _ manifest: Manifest, _ store: EditionStore
) throws -> EditionSource {
  let checked = checked.completed(from: manifest)
  let predecessor = try edition.predecessor.map { name in
    guard let predecessor = try store.edition(name) else { throw store.inconsistent(edition, "édition précédente") }
    return predecessor
  }
  let comparison = try predecessor.map { try compareEditions($0, edition, store) }
  // The choice is not made again: the ledger keeps what was chosen.
  var marks = manifest.keptMarks
  marks[checked.month] = try store.marks(in: edition).merging(
    valuelessHidden(figures, before: predecessor, checked.definitions.catalogue, store)
  ) { own, _ in own }
  return EditionSource(
    checked: checked, figures: figures,
    edition: Edition(
      month: checked.month, number: edition.number, reason: edition.reason,
      changes: comparison?.revisions.count ?? 0, causes: comparison?.causes ?? [],
      materiality: comparison?.materiality),
    release: release(
      checked, figures, try computeHistory(checked), comparison?.revisions ?? [], marks: marks),
    costs: try store.costs(of: edition, checked.definitions.programme),
    predecessor: try predecessor.map { try store.predecessor($0, of: checked.definitions.programme, comparison) },
    publishedOtherwise: CellsByMonth(lines: manifest.publishedOtherwise), sent: manifest.sentReports)
}

/// Cells that have no value in an edition and that the one before hid: of these alone the ledger does not say that what they were is
/// still not told. Of persons that holds for what was printed, as it did when the edition was published.
private func valuelessHidden(
  _ figures: Figures, before predecessor: EditionRecord?, _ catalogue: Catalogue, _ store: EditionStore
) throws -> [Figures.Key: Confidentiality] {
  guard let predecessor else { return [:] }
  let hidden = try store.marks(in: predecessor)
  let cells = figures.all.filter { $0.value == nil && hidden[$0.key] != nil }.map(\.key)
  guard !cells.isEmpty else { return [:] }
  let printed: Set<Figures.Key>
  do {
    printed = try store.definitions(of: predecessor).definitions.printed(of: store.figures(of: predecessor))
  } catch let error where error.isOfDefinitions { printed = Set(cells) }
  return cells.reduce(into: [:]) { marks, key in
    if catalogue[key.indicator]?.countsPersons != true || printed.contains(key) { marks[key] = .D }
  }
}

/// Two published editions of a month.
func compareEditions(_ old: EditionRecord, _ new: EditionRecord, _ store: EditionStore) throws -> Comparison {
  try compareEditions(ComparedEdition(old, store), ComparedEdition(new, store), text: store.archive.text)
}

extension CheckedMonth {
  /// With what an edition's manifest alone keeps of its files.
  func completed(from manifest: Manifest) -> CheckedMonth {
    with(manifest.completing(facts.deliveries), found)
  }
}
