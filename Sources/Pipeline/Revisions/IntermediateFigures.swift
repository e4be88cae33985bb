import Compute
import Domain
import Ingest

/// States between the old and the new one of a month: old exports under new definitions, some exports old and some new.
/// Everything is read from archived forms, so that identifiers agree.
final class IntermediateFigures {
  private let old: ComparedEdition
  private let new: ComparedEdition
  private let text: @Sendable (ArchiveEntry) throws -> [UInt8]
  /// What each key is at the moment: old at first, new at last.
  private var chosen: [DeliveryID: EditionInput] = [:]
  private let coming: [DeliveryID: EditionInput]
  /// Whether an association was a member by both states: where it was not, the definitions decide and not the file.
  private let isMember: (DeliveryID) -> Bool
  /// Rows of all versions under the new definitions, by place in the archive.
  private var rows: Facts?

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
  func recomputed() throws -> Figures { try figures(of: old.definitions()) }

  /// The old state with the new territory.csv.
  func withNewReference() throws -> Figures {
    var definitions = try old.definitions()
    definitions.reference.vintages = try new.definitions().reference.vintages
    return try figures(of: definitions)
  }

  private func figures(of definitions: Definitions) throws -> Figures {
    var facts = try archivedFacts(old.inputs, definitions, text: text)
    facts.deliveries = old.inputs.deliveries(in: definitions.programme)
    return figures(facts, definitions)
  }

  private func figures(_ facts: Facts, _ definitions: Definitions) -> Figures {
    compute(
      definitions.catalogue, from: facts, of: definitions.programme, with: definitions.reference,
      for: new.figures.month)
  }

  /// All old exports, under the new definitions.
  func withNewDefinitions() throws -> Figures {
    try begin()
    return try current()
  }

  /// These exports as they are in the new state; the others as they were.
  func withNewExports(_ ids: [DeliveryID]) throws -> Figures {
    try begin()
    for id in ids { chosen[id] = coming[id] }
    return try current()
  }

  /// Before any export is taken: of a file that did not change, what the new definitions make of it; what is owed is the
  /// new programme's business too.
  private func begin() throws {
    guard rows == nil else { return }
    let programme = try new.definitions().programme
    for input in old.inputs {
      guard programme.association(input.id.association)?.isMember(in: input.id.month) == true else { continue }
      guard let later = coming[input.id] else {
        chosen[input.id] = input
        continue
      }
      chosen[input.id] = later.sha256 == input.sha256 ? later : input.owed(like: later)
    }
    for (id, input) in coming where chosen[id] == nil { chosen[id] = isMember(id) ? input.withoutFile : input }
    let all = Set(old.inputs + new.inputs)
    rows = try archivedFacts(Array(all), new.definitions(), naming: place, text: text)
  }

  private func place(_ input: EditionInput) -> String { "\(input.id) \(input.archive?.name ?? "")" }

  private func current() throws -> Figures {
    let definitions = try new.definitions()
    let places = Set(chosen.values.filter { $0.archive != nil }.map(place))
    let rows = rows ?? .none
    let facts = Facts(
      jobs: rows.jobs.filter { places.contains($0.file) },
      registers: rows.registers.filter { places.contains($0.file) },
      meetings: rows.meetings.filter { places.contains($0.file) },
      deliveries: chosen.values.deliveries(in: definitions.programme))
    return figures(facts, definitions)
  }
}
