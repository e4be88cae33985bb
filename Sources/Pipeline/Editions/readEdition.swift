import Domain
import Ingest
import Ledger
import Host

/// An edition's inputs again, from the archive and the ledger alone: no raw file and no inputs folder is needed.
func readEdition(_ edition: EditionRecord, _ store: EditionStore) throws -> CheckedMonth {
  let loaded = try store.definitions(of: edition)
  let inputs = try store.inputs(of: edition)
  let month = try store.month(of: edition)
  guard month >= loaded.definitions.programme.start else { throw store.inconsistent(edition, "mois") }
  let deliveries = Deliveries(inputs.deliveries(in: loaded.definitions.programme))
  let findings = try store.findings(of: edition)
  let records = try store.readings == nil ? [] : store.definitionRecords(of: edition)
  if let shared = store.readings?.reading(of: month, inputs, under: records) {
    return shared.with(deliveries, findings)
  }
  let facts = try archivedFacts(inputs, loaded.definitions, text: store.archive.text)
  let checked = CheckedMonth(month: month, loaded: loaded, facts: facts, found: findings).with(deliveries, findings)
  store.readings?.keep(checked, inputs, under: records)
  return checked
}

/// The rows of accepted exports, read from their archived form under these definitions. `file` of each is the raw file's
/// name (or what `naming` says), its lines the raw file's lines. Deliveries are left to the caller.
func archivedFacts(
  _ inputs: [EditionInput], _ definitions: Definitions, naming: (EditionInput) -> String = { $0.name },
  text: @escaping @Sendable (ArchiveEntry) throws -> [UInt8]
) throws -> Facts {
  let programme = programmeForArchive(definitions.programme)
  var entries: [Export: ArchiveEntry] = [:]
  for input in inputs {
    guard let entry = input.archive, let association = programme.index(of: input.id.association) else { continue }
    let export = Export(
      association: association, kind: input.id.kind, month: input.id.month, file: naming(input), isArchived: true)
    entries[export] = entry
  }
  let places = entries
  var facts = try ingest(Array(places.keys), programme: programme, reference: definitions.reference) { export in
    let bytes = try text(places[export]!)
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(bytes.count, 1))
    _ = buffer.initialize(from: bytes)
    return .bytes(UnsafeMutableBufferPointer(start: buffer.baseAddress, count: bytes.count), sha256: "")
  }.facts
  facts.deliveries = []
  return facts
}

/// The archive is in the contract's own words, and what the programme says of blanks was settled when it was written: an
/// association's aliases and habits do not apply again.
private func programmeForArchive(_ programme: Programme) -> Programme {
  var programme = programme
  programme.rules.maxRejectedShare = Quantity(1)
  programme.words = OwnWords()
  programme.associations = programme.associations.map { association in
    var association = association
    association.columns = [:]
    association.blankIsNo = []
    association.encoding = nil
    association.words = OwnWords()
    return association
  }
  return programme
}
