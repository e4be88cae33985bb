import Compute
import Define
import Domain
import Ingest

/// States between the old and the new one of a month: some entries of the definitions old and some new, some exports old and some
/// new. Everything is read from archived forms, so that identifiers agree.
final class IntermediateFigures {
  private let old: ComparedEdition
  private let new: ComparedEdition
  private let text: @Sendable (ArchiveEntry) throws -> [UInt8]
  private let coming: [DeliveryID: EditionInput]
  /// Whether an association was a member by both states: where it was not, the definitions decide and not the file.
  private let isMember: (DeliveryID) -> Bool
  /// What each key is at the moment: old at first, new at last.
  private var chosen: [DeliveryID: EditionInput] = [:]
  /// What the definitions are at the moment; nil before the first step.
  private var mixed: MixedDefinitions?
  /// Rows of all versions, by place in the archive, under the programme and hours they were read with.
  private var rows: (programme: Programme, hours: [Reference.FullTimeHours], facts: Facts)?

  init(
    _ old: ComparedEdition, _ new: ComparedEdition, isMember: @escaping (DeliveryID) -> Bool,
    text: @escaping @Sendable (ArchiveEntry) throws -> [UInt8]
  ) {
    self.old = old
    self.new = new
    self.text = text
    self.isMember = isMember
    coming = new.inputs.byID
  }

  /// The old state, computed by this program.
  func recomputed() throws -> Figures? {
    try begin()
    return try current()
  }

  /// With one entry of the definitions as it is in the new state. nil: what stands then cannot be computed; the next step can.
  func with(_ entry: DefinitionChange.Entry) throws -> Figures? {
    try begin()
    try mixed?.take(entry)
    switch entry {
    // Lists of members speak of every association.
    case .association(let id): adoptReadings { $0.association == id || $0.kind == .reunions }
    // Codes and words serve all files.
    case .programme, .territory, .axis, .instance, .reading: adoptReadings { _ in true }
    default: break
    }
    return try current()
  }

  /// All old exports, under the new definitions.
  func withNewDefinitions() throws -> Figures? {
    try begin()
    adoptDefinitions()
    return try current()
  }

  /// These exports as they are in the new state; the others as they were.
  func withNewExports(_ ids: [DeliveryID]) throws -> Figures? {
    try begin()
    adoptDefinitions()
    for id in ids { chosen[id] = coming[id] }
    return try current()
  }

  private func begin() throws {
    guard chosen.isEmpty, mixed == nil else { return }
    chosen = old.inputs.byID
    // Old definitions that are no longer understood: every step begins with the new ones.
    if let before = try old.readableDefinitions() {
      mixed = try MixedDefinitions(before, new.definitions())
    } else {
      mixed = try MixedDefinitions(new.definitions(), new.definitions())
    }
  }

  private func adoptDefinitions() {
    mixed?.takeAll()
    adoptReadings { _ in true }
  }

  /// Of a file that did not change, what the new definitions make of it; and files that the new definitions alone let in, or
  /// shut out.
  private func adoptReadings(where isMeant: (DeliveryID) -> Bool) {
    for (id, later) in coming where isMeant(id) {
      if !isMember(id) || chosen[id]?.sha256 == later.sha256 { chosen[id] = later }
    }
    for id in chosen.keys where isMeant(id) && !isMember(id) && coming[id] == nil { chosen[id] = nil }
  }

  private func place(_ input: EditionInput) -> String { "\(input.id) \(input.archive?.name ?? "")" }

  private func current() throws -> Figures? {
    guard let definitions = mixed?.definitions else { return nil }
    let (month, programme) = (new.figures.month, definitions.programme)
    let taken = chosen.values.filter { input in
      input.outcome != .absent && programme.association(input.id.association)?.isMember(in: input.id.month) == true
    }
    let places = Set(taken.filter { $0.archive != nil }.map(place))
    let rows = try rows(under: definitions)
    let facts = Facts(
      jobs: rows.jobs.filter { places.contains($0.file) }[...],
      registers: rows.registers.filter { places.contains($0.file) }[...],
      meetings: rows.meetings.filter { places.contains($0.file) }[...],
      deliveries: completeDeliveries(taken.map(\.delivery), ListedExports(), definitions, upTo: month))
    return compute(
      definitions.catalogue, from: facts, of: programme, with: definitions.reference, for: month)
  }

  private func rows(under definitions: Definitions) throws -> Facts {
    let (programme, hours) = (definitions.programme, definitions.reference.fullTimeHours)
    if let rows, rows.programme == programme, rows.hours == hours { return rows.facts }
    let all = Array(Set(old.inputs + new.inputs))
    let facts = try archivedFacts(all, definitions, naming: place, text: text)
    rows = (programme, hours, facts)
    return facts
  }
}
