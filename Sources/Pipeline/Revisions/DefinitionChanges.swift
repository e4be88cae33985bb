import Define
import Domain

/// The definitions that differ between two states.
struct DefinitionChanges {
  let entries: [DefinitionChange]

  /// Old definitions that this program can no longer read differ file by file.
  init(_ old: ComparedEdition, _ new: ComparedEdition) throws {
    let files = Set(old.definitionHashes.keys).union(new.definitionHashes.keys)
      .filter { old.definitionHashes[$0] != new.definitionHashes[$0] }.sorted()
    guard !files.isEmpty else {
      entries = []
      return
    }
    guard let before = try old.readableDefinitions() else {
      entries = files.map { DefinitionChange(.file, cause(of: $0), in: $0, definitionWords($0)) }
      return
    }
    entries = definitionChanges(
      from: try before.comparable(with: new.definitions()), to: try new.definitions().definitions, in: new.figures.month
    )
  }

  /// Whether an association was a member in a month by both states. Old definitions that this program can no longer read
  /// say nothing.
  func membership(_ old: ComparedEdition, _ new: ComparedEdition) throws -> (DeliveryID) -> Bool {
    guard !entries.isEmpty, let before = try old.readableDefinitions()?.definitions.programme else {
      return { _ in true }
    }
    let after = try new.definitions().definitions.programme
    func isMember(_ id: DeliveryID, _ programme: Programme) -> Bool {
      programme.association(id.association)?.isMember(in: id.month) ?? false
    }
    return { isMember($0, before) && isMember($0, after) }
  }
}

extension LoadedDefinitions {
  /// Codes in the catalogue's conditions are places in the programme's lists: held against another catalogue, this one is read
  /// under the same programme, as far as it can be.
  fileprivate func comparable(with other: LoadedDefinitions) -> Definitions {
    var definitions = definitions
    let (programme, reference) = (other.definitions.programme, other.definitions.reference)
    if let catalogue = try? decodeCatalogue(
      catalogueText, programme: programme, reference: reference, isPublished: true)
    {
      definitions.catalogue = catalogue
    }
    return definitions
  }
}

private func cause(of file: String) -> RevisionCause {
  if file == DefinitionName.territory { return .reference }
  return file.hasPrefix(DefinitionName.funders) ? .presentation : .methode
}
