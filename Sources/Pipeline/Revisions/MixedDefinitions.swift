import Define
import Domain

/// Definitions on their way from one state to the other, an entry at a time.
struct MixedDefinitions {
  private let new: Definitions
  private let oldCatalogue: String
  private let newCatalogue: String
  private var programme: Programme
  private var reference: Reference
  private var acknowledged: Acknowledged
  private let funders: [Funder]
  /// Entries of the catalogue that are new already; nil: all.
  private var taken: Set<String>? = []

  init(_ old: LoadedDefinitions, _ new: LoadedDefinitions) throws {
    self.new = new.definitions
    oldCatalogue = try old.catalogueText
    newCatalogue = try new.catalogueText
    programme = old.definitions.programme
    reference = old.definitions.reference
    acknowledged = old.definitions.acknowledged
    funders = new.definitions.funders
  }

  /// As they stand; nil where they fit together no more: an axis is gone of which the old catalogue speaks.
  var definitions: Definitions? {
    // Codes in conditions are places in the programme's lists: both catalogues are read under the programme as it stands.
    guard let taken else { return complete(new.catalogue) }
    guard let before = try? decodeCatalogue(oldCatalogue, programme: programme, reference: reference, isPublished: true)
    else {
      return nil
    }
    guard !taken.isEmpty else { return complete(before) }
    guard let after = try? decodeCatalogue(newCatalogue, programme: programme, reference: reference, isPublished: true)
    else { return nil }
    let catalogue = Catalogue(
      merged(before.indicators, after.indicators, id: \.id) { taken.contains($0) })
    return catalogue.isSound ? complete(catalogue) : nil
  }

  private func complete(_ catalogue: Catalogue) -> Definitions {
    Definitions(
      programme: programme, catalogue: catalogue, funders: funders, reference: reference, acknowledged: acknowledged)
  }

  mutating func takeAll() {
    programme = new.programme
    reference = new.reference
    acknowledged = new.acknowledged
    taken = nil
  }

  mutating func take(_ entry: DefinitionChange.Entry) throws {
    switch entry {
    case .vintage(let territory, let day):
      reference.vintages = merged(reference.vintages, new.reference.vintages, id: \.self) {
        $0.territory == territory && $0.asOf == day
      }
    case .hours(let scheme, let day):
      reference.fullTimeHours = merged(reference.fullTimeHours, new.reference.fullTimeHours, id: \.self) {
        $0.scheme == scheme && $0.validFrom == day
      }
    case .indicator(let id): taken?.insert(id)
    case .waivers: acknowledged = new.acknowledged
    case .stay(let scheme): programme.rules.minimumStayDays[scheme] = new.programme.rules.minimumStayDays[scheme]
    case .confidentiality, .funder: break
    case .file: takeAll()
    case .axis(let id): programme.axes = merged(programme.axes, new.programme.axes, id: \.id) { $0 == id }
    case .instance(let id):
      programme.instances = merged(programme.instances, new.programme.instances, id: \.id) { $0 == id }
    case .association(let id):
      programme.associations = merged(programme.associations, new.programme.associations, id: \.id) { $0 == id }
    case .territory: programme.territory = new.programme.territory
    case .programme: programme.start = new.programme.start
    case .reading:
      programme.rules.maxRejectedShare = new.programme.rules.maxRejectedShare
      programme.words = new.programme.words
    }
  }
}

/// The elements meant as they are in the new list, in its order; the others as they are in the old one.
private func merged<Element, ID: Hashable>(
  _ old: [Element], _ new: [Element], id: (Element) -> ID, taking isMeant: (ID) -> Bool
) -> [Element] {
  let before = Dictionary(old.map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
  let known = Set(new.map(id))
  return new.compactMap { isMeant(id($0)) ? $0 : before[id($0)] }
    + old.filter { !known.contains(id($0)) && !isMeant(id($0)) }
}

extension LoadedDefinitions {
  var catalogueText: String {
    get throws {
      try definitionText(files.first { $0.file == DefinitionName.catalogue }?.bytes ?? [], DefinitionName.catalogue)
    }
  }
}
