import Domain

/// What moved between two states of a month, and why.
///
/// The old state is turned into the new one step by step: this version of bilan, the new reference table, the other new
/// definitions, then each changed export; the figures are computed after each step, and a figure names the steps that moved
/// it. `text` reads the archived form of an export: of both states, so that a person has one pseudonym in both.
func compareEditions(
  _ old: ComparedEdition, _ new: ComparedEdition, text: @escaping @Sendable (ArchiveEntry) throws -> [UInt8]
) throws -> Comparison {
  let changes = try DefinitionChanges(old, new)
  let definitions = try new.definitions().definitions
  // A file of a month in which its association belongs to the programme by one of the two definitions alone did not change.
  let isMember = try changes.membership(old, new)
  let files = try fileChanges(
    old.inputs.filter { isMember($0.id) }.byID, new.inputs.filter { isMember($0.id) }.byID,
    of: definitions.programme, text: text)
  let steps = appliedSteps(
    from: old, to: new, changes.entries, files, IntermediateFigures(old, new, isMember: isMember, text: text))
  let revisions = try followSteps(steps, from: old.figures, to: new.figures).map { key, steps in
    Revision(key: key, from: old.figures[key], to: new.figures[key], steps: steps)
  }
  var causes = Set(files.map(\.cause)).union(revisions.flatMap(\.steps.causes))
    .union(changes.entries.filter { !$0.isSilent }.map(\.cause))
  if old.bilanVersion != new.bilanVersion { causes.insert(.programme) }
  let before = try old.readableDefinitions()?.definitions
  return Comparison(
    month: new.figures.month, revisions: revisions, files: files,
    definitions: changes.entries.filter { change in !change.isSilent || revisions.contains { $0.steps.contains(change) }
    },
    aims: before.map {
      aimChanges(from: $0, to: definitions, keys: new.figures.all.map(\.key), in: new.figures.month)
    } ?? [],
    firstReports: before.map { Set(definitions.funders.map(\.id)).subtracting($0.funders.map(\.id)) } ?? [],
    causes: RevisionCause.allCases.filter(causes.contains),
    materiality: Materiality(revisions, threshold: definitions.programme.rules.materialThreshold))
}

extension [RevisionStep] {
  fileprivate func contains(_ change: DefinitionChange) -> Bool {
    contains { if case .definitions(let changes) = $0.change { changes.contains(change) } else { false } }
  }
}
