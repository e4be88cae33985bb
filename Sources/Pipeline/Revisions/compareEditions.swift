import Domain

/// What moved between two states of a month, and why.
///
/// The old state is turned into the new one step by step: this version of bilan, the new reference table, the other new
/// definitions, then each changed export; the figures are computed after each step, and a figure names the steps that moved
/// it. `text` reads the archived form of an export: of both states, so that a person has one pseudonym in both.
func compareEditions(
  _ old: ComparedEdition, _ new: ComparedEdition, text: @escaping @Sendable (ArchiveEntry) throws -> [UInt8]
) throws -> Comparison {
  let definitions = DefinitionChanges(old, new)
  // A file of a month in which its association belongs to the programme by one of the two definitions alone did not change.
  let isMember = definitions.membership(old, new)
  let files = try fileChanges(
    old.inputs.filter { isMember($0.id) }.byID, new.inputs.filter { isMember($0.id) }.byID,
    of: new.definitions().programme, text: text)
  let steps = appliedSteps(
    from: old, to: new, definitions, files, IntermediateFigures(old, new, isMember: isMember, text: text))
  let revisions = try followSteps(steps, from: old.figures, to: new.figures).map { key, steps in
    Revision(
      key: key, old: old.figures[key]?.value, new: new.figures[key]?.value, oldStatus: old.figures[key]?.status,
      newStatus: new.figures[key]?.status, steps: steps)
  }
  let causes = causes(of: revisions, old, new, definitions, files)
  return Comparison(
    month: new.figures.month, revisions: revisions, files: files, definitions: definitions.all,
    causes: RevisionCause.allCases.filter(causes.contains),
    materiality: Materiality(revisions, threshold: try new.definitions().programme.rules.materialThreshold))
}

/// Everything that changed, whether a figure moved or not.
private func causes(
  of revisions: [Revision], _ old: ComparedEdition, _ new: ComparedEdition, _ definitions: DefinitionChanges,
  _ files: [FileChange]
) -> Set<RevisionCause> {
  var causes = Set(files.map(\.cause)).union(revisions.flatMap(\.steps.causes))
  if old.bilanVersion != new.bilanVersion { causes.insert(.programme) }
  if definitions.isReferenceChanged { causes.insert(.reference) }
  if definitions.meansSomethingElse(old, new) { causes.insert(.methode) }
  let aims = definitions.aims(old, new)
  if aims.differ { causes.insert(.objectif) }
  if !aims.areAll, definitions.isPresentation, !causes.contains(.methode) || definitions.areFundersChanged {
    causes.insert(.presentation)
  }
  return causes
}
