import Domain

/// The folder of mappings, and what its files are called.
private let folder = "mappings/"

/// mappings/<association>.yaml → the associations' ``Association/mappings``. `files`: of all definitions. What is wrong is noted.
func draftMappings(
  _ files: [(name: String, root: YAMLValue)], into draft: inout ProgrammeDraft, checking check: ContractValueCheck?
) {
  // A list that could not be read would be missed in every value.
  let isKnown =
    draft.axes.isWhole && draft.instances.isWhole && draft.communes.isWhole
    && files.first.map { $0.root.faults.isEmpty } ?? true
  for (name, root) in files {
    let id = String(name.dropFirst(folder.count).dropLast(".yaml".count))
    guard let index = draft.programme.associations.firstIndex(where: { $0.id == id }) else {
      if draft.associations.isWhole, !draft.associations.ids.contains(id) {
        root.faults.note(
          DefinitionError(
            file: name,
            "\(quoted(id)) n'est l'identifiant d'aucune association ; \(expectedOne(of: draft.associations.ids, for: id))"
          ))
      }
      continue
    }
    let decoder = MappingDecoder(
      association: draft.programme.associations[index], programme: draft.programme, check: isKnown ? check : nil)
    draft.programme.associations[index].mappings = decoder.mappings(root)
  }
}

/// The mappings of a programme that is read alone. Throws ``DefinitionError`` or ``DefinitionErrors``.
package func decodeMappings(
  _ files: [(name: String, bytes: [UInt8])], into programme: Programme, checking check: ContractValueCheck? = nil
) throws -> Programme {
  guard files.contains(where: { $0.name.hasPrefix(folder) }) else { return programme }
  let faults = DefinitionFaults()
  var draft = ProgrammeDraft(programme)
  let roots = try files.filter { $0.name.hasPrefix(folder) }.compactMap { name, bytes in
    YAMLDocument.root(try definitionText(bytes, name), file: name, faults: faults).map { (name: name, root: $0) }
  }
  draftMappings(roots, into: &draft, checking: check)
  try faults.throwAny()
  return draft.programme
}
