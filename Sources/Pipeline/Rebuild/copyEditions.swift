import Domain
import Host
import Ledger

/// Each edition's rows once more in the archive, where they are not there yet: of before 0.7, or because somebody cleared up. Only
/// where the ledger says what was published. Throws ``LedgerInconsistent``, ``EditionDamaged``, `LedgerError` and `SystemError`.
func copyEditions(_ store: EditionStore) throws {
  var written: [String] = []
  for edition in try store.editions() where try !isPresent(store.archive.copyPath(edition.name)) {
    written.append(try store.archive.store(copy(of: edition, store), of: edition.name))
  }
  guard !written.isEmpty else { return }
  try syncPaths(written + [store.archive.copies, store.archive.path])
}

/// From the ledger, each table held against what was published.
func copy(of edition: EditionRecord, _ store: EditionStore) throws -> EditionCopy {
  let lists = try store.ledger.lists(of: edition)
  let inputs = try store.proved(lists.inputs, .inputs, of: edition).records[...]
  let hashes = try store.ledger.archives()
  for input in inputs {
    if let archive = input.archive, hashes[archive] == nil { throw store.inconsistent(edition, "fichier") }
  }
  let figures = try store.figureRecords(of: edition)
  try requireFigures(edition, store)
  return EditionCopy(
    EditionContents(
      edition: edition, inputs: inputs, definitions: try store.definitionRecords(of: edition),
      findings: try store.proved(lists.findings, .findings, of: edition).records[...], figures: figures,
      archivedExports: lists.readings,
      disclosures: try store.disclosureRecords(of: edition)),
    as: lists, keyId: try store.ledger.programme()?.keyId ?? "")
}

/// Of an edition of before 0.7 the table of its figures is all that its manifest knows.
private func requireFigures(_ edition: EditionRecord, _ store: EditionStore) throws {
  let catalogue: Catalogue
  do { catalogue = try store.definitions(of: edition).definitions.catalogue } catch is ArchiveDamaged {
    return
  } catch let error where error.isOfDefinitions { return }
  guard try sha256(figuresTable(store.figures(of: edition), catalogue)) == edition.figures else {
    throw store.inconsistent(edition, .figures)
  }
}

/// Every table, held against what was published.
func requireProvedRows(of edition: EditionRecord, _ store: EditionStore) throws {
  _ = try store.inputs(of: edition)
  try store.requireSealedReadings(of: edition)
  _ = try store.definitionRecords(of: edition)
  _ = try store.findings(of: edition)
  _ = try store.figures(of: edition)
  _ = try store.disclosureRecords(of: edition)
  if let month = Month(edition.month) {
    _ = try store.closings(of: edition.month)
    _ = try store.sendings(of: month)
  }
}
