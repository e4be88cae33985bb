import Compute
import Define
import Domain
import Ingest

/// What moved between two states of a month, and why.
///
/// The old state is turned into the new one step by step: this program, the new reference table, the other new
/// definitions, then each changed export; the figures are computed after each step, and a figure names the steps that moved
/// it. `text` reads the archived form of an export: of both states, so that a person has one pseudonym in both.
func compareEditions(
  _ old: ComparedEdition, _ new: ComparedEdition, text: @escaping @Sendable (ArchiveEntry) throws -> [UInt8]
) throws -> Comparison {
  let definitions = DefinitionChanges(old, new)
  // A file of a month in which its association belongs to the programme by one of the two definitions alone did not change.
  let isMember = definitions.membership(old, new)
  let files = try fileChanges(
    byKey(old.inputs.filter { isMember($0.key) }), byKey(new.inputs.filter { isMember($0.key) }), text: text)
  let intermediate = IntermediateFigures(old, new, isMember: isMember, text: text)
  var steps: [Step] = []
  if old.bilanVersion != new.bilanVersion {
    steps.append(Step(.programme, "bilan \(old.bilanVersion) → \(new.bilanVersion)") { try intermediate.recomputed() })
  }
  if definitions.isReferenceChanged {
    steps.append(Step(.reference, DefinitionName.territory) { try intermediate.withNewReference() })
  }
  if !definitions.method.isEmpty {
    steps.append(Step(.methode, definitions.method.joined(separator: ", ")) { try intermediate.withNewDefinitions() })
  }
  for group in groups(files) {
    steps.append(Step(group[0].cause, words(group)) { try intermediate.withNewExports(group.map(\.key)) })
  }
  let moved = try follow(steps, from: old.figures, to: new.figures)
  let revisions = moved.map { key, causes in
    revision(
      key, old.figures[key.indicator, key.horizon, key.cell], new.figures[key.indicator, key.horizon, key.cell], causes)
  }
  var causes = Set(files.map(\.cause)).union(revisions.flatMap(\.causes))
  if old.bilanVersion != new.bilanVersion { causes.insert(.programme) }
  if definitions.isReferenceChanged { causes.insert(.reference) }
  if !definitions.all.isEmpty {
    if definitions.meansSomethingElse(old, new) { causes.insert(.methode) }
    if definitions.isPresentation, !causes.contains(.methode) || definitions.areFundersChanged {
      causes.insert(.presentation)
    }
  }
  return Comparison(
    month: new.figures.month, revisions: revisions, files: files, definitions: definitions.all,
    causes: Revision.Cause.allCases.filter(causes.contains),
    materiality: Materiality(revisions, threshold: try new.definitions().programme.rules.materialThreshold))
}

private func byKey(_ inputs: [EditionInput]) -> [EditionInput.Key: EditionInput] {
  Dictionary(inputs.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
}

// MARK: Steps

private struct Step {
  let cause: Revision.Cause
  let detail: String
  let figures: () throws -> Figures
  init(_ cause: Revision.Cause, _ detail: String, figures: @escaping () throws -> Figures) {
    self.cause = cause
    self.detail = detail
    self.figures = figures
  }
}

/// The figures that end up elsewhere, in the table's order, each with the steps that moved it. The last step ends at the
/// new figures as they are.
private func follow(_ steps: [Step], from old: Figures, to new: Figures) throws -> [(Figures.Key, [Step])] {
  var causes: [Figures.Key: [Step]] = [:]
  var before = old
  for (index, step) in steps.enumerated() {
    do {
      let after = index == steps.count - 1 ? new : try step.figures()
      for key in differing(before, after) { causes[key, default: []].append(step) }
      before = after
    } catch is ArchiveDamaged {
      // The way cannot be walked any more: what is left to explain has all the causes that are left.
      for key in differing(before, new) { causes[key, default: []] += steps[index...] }
      break
    }
  }
  return differing(old, new).map { ($0, causes[$0] ?? []) }
}

/// Keys of figures that are not the same; those that are gone stand at the end.
private func differing(_ old: Figures, _ new: Figures) -> [Figures.Key] {
  let keys = new.all.map { Figures.Key($0.indicator, $0.horizon, $0.cell) }
  let changed = keys.filter { key in
    !isSame(old[key.indicator, key.horizon, key.cell], new[key.indicator, key.horizon, key.cell])
  }
  let gone = old.all.map { Figures.Key($0.indicator, $0.horizon, $0.cell) }
    .filter { new[$0.indicator, $0.horizon, $0.cell] == nil }
  return changed + gone
}

/// As a table of figures prints them: value, numerator, denominator, status and its reason.
private func isSame(_ a: Figure?, _ b: Figure?) -> Bool {
  a?.value == b?.value && a?.numerator == b?.numerator && a?.denominator == b?.denominator && a?.status == b?.status
    && a?.reason == b?.reason
}

private func revision(_ key: Figures.Key, _ old: Figure?, _ new: Figure?, _ steps: [Step]) -> Revision {
  var causes: [Revision.Cause] = []
  for step in steps where !causes.contains(step.cause) { causes.append(step.cause) }
  return Revision(
    key: key, old: old?.value, new: new?.value, oldStatus: old?.status, newStatus: new?.status, causes: causes,
    detail: steps.map(\.detail).joined(separator: " ; "))
}

/// Exports that are applied in one step: each alone where they are few, else by association, kind and cause.
private func groups(_ files: [FileChange]) -> [[FileChange]] {
  let limit = 24
  guard files.count > limit else { return files.map { [$0] } }
  func grouped(_ name: (FileChange) -> String) -> [[FileChange]] {
    Dictionary(grouping: files, by: name).sorted { $0.key < $1.key }.map(\.value)
  }
  let byKind = grouped { "\($0.association) \($0.kind.id) \($0.cause.rawValue)" }
  return byKind.count <= limit ? byKind : grouped { "\($0.association) \($0.cause.rawValue)" }
}

private func words(_ group: [FileChange]) -> String {
  guard group.count > 1 else { return group[0].summary }
  let kinds = Set(group.map(\.kind.id)).sorted().joined(separator: ", ")
  return
    "\(group.count) fichiers de \(group[0].association) (\(kinds), \(group[0].month) à \(group[group.count - 1].month))"
}
