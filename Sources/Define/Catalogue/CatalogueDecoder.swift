import Domain

/// indicators.yaml → ``Catalogue``, strictly: an unknown key, a wrong type, a missing reference, a cycle, a unit that does
/// not fit is an error with its line and what was expected. `isPublished`: of an edition, as it was understood then. Throws
/// ``DefinitionError`` or ``DefinitionErrors``.
package func decodeCatalogue(
  _ text: String, programme: Programme, reference: Reference, file: String = "indicators.yaml",
  isPublished: Bool = false
) throws -> Catalogue {
  let faults = DefinitionFaults(arePublished: isPublished)
  let territories = Roster(reference.vintages.map(\.territory))
  let draft = YAMLDocument.root(text, file: file, faults: faults).map {
    draftCatalogue($0, programme: ProgrammeDraft(programme), territories: territories)
  }
  try faults.throwAny()
  return draft?.catalogue ?? Catalogue([])
}

func draftCatalogue(_ root: YAMLValue, programme: ProgrammeDraft, territories: Roster) -> CatalogueDraft {
  guard let list = root.fields(CatalogueKeys.file)["indicators"] else { return .unread }
  let decoder = IndicatorDecoder(programme: programme, territories: territories)
  var lines: [String: Int?] = [:]
  var entries = list.list().map { entry in
    let draft = decoder.decode(entry)
    let id = draft.indicator.id
    if !id.isEmpty, let first = lines.updateValue(entry.line, forKey: id) {
      entry.fail("l'indicateur « \(id) » est écrit deux fois\(already(first)) ; en renommer ou retirer un")
    }
    return draft
  }
  let roster = Roster(of: list.entriesOfList, underscores: true)
  let written = CatalogueDraft(entries, roster: roster).catalogue
  for place in entries.indices where !entries[place].indicator.countsPersons {
    entries[place].indicator.countsPersons = written.countsPersons(entries[place].indicator.term)
  }
  var draft = CatalogueDraft(entries, roster: roster)
  let checker = CatalogueChecker(draft: draft)
  for (place, entry) in draft.entries.enumerated() where !checker.check(entry) { draft.forgetBreakdowns(of: place) }
  return draft
}
