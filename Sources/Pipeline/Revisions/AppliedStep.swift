import Domain

/// A step between two states of a month, and the figures after it.
struct AppliedStep {
  let step: RevisionStep
  /// nil: they cannot be computed before the next step.
  let figures: () throws -> Figures?

  init(
    _ cause: RevisionCause, _ change: RevisionStep.Change, _ french: String, figures: @escaping () throws -> Figures?
  ) {
    step = RevisionStep(cause, change, french: french)
    self.figures = figures
  }
}

/// Steps are taken one by one where they are few.
private let limit = 24

/// The steps that turn the old state into the new one, in the order in which they are applied: the program, each entry of the
/// definitions, each export.
func appliedSteps(
  from old: ComparedEdition, to new: ComparedEdition, _ definitions: [DefinitionChange], _ files: [FileChange],
  _ intermediate: IntermediateFigures
) -> [AppliedStep] {
  var steps: [AppliedStep] = []
  if old.bilanVersion != new.bilanVersion {
    steps.append(
      AppliedStep(.programme, .software, "bilan \(old.bilanVersion) → \(new.bilanVersion)") {
        try intermediate.recomputed()
      })
  }
  var seen: Set<DefinitionChange.Entry> = []
  let moving = definitions.filter { $0.movesFigures && seen.insert($0.entry).inserted }
  if moving.count > limit {
    let causes = Set(moving.map(\.cause))
    steps.append(
      AppliedStep(
        RevisionCause.allCases.first(where: causes.contains) ?? .methode, .definitions(moving),
        distinct(moving.map { definitionWords($0.file) }).joined(separator: ", ")
      ) { try intermediate.withNewDefinitions() })
  } else {
    steps += moving.map { change in
      AppliedStep(change.cause, .definitions([change]), change.french) { try intermediate.with(change.entry) }
    }
  }
  for group in groups(files) {
    let ids = group.map(\.id)
    steps.append(
      AppliedStep(group[0].cause, .exports(ids), french(group)) { try intermediate.withNewExports(ids) })
  }
  return steps
}

/// Exports that are applied in one step: each alone where they are few, else by association, kind and cause.
private func groups(_ files: [FileChange]) -> [[FileChange]] {
  guard files.count > limit else { return files.map { [$0] } }
  func grouped(_ name: (FileChange) -> String) -> [[FileChange]] {
    Dictionary(grouping: files, by: name).sorted { $0.key < $1.key }.map(\.value)
  }
  let byKind = grouped { "\($0.id.association) \($0.id.kind.id) \($0.cause.rawValue)" }
  return byKind.count <= limit ? byKind : grouped { "\($0.id.association) \($0.cause.rawValue)" }
}

private func french(_ group: [FileChange]) -> String {
  guard group.count > 1 else { return group[0].summary }
  let kinds = ExportKind.allCases.filter { kind in group.contains { $0.id.kind == kind } }.map {
    ExportSchema.of($0).french
  }
  let (first, last) = (group[0], group[group.count - 1])
  let association = first.label.split(separator: ",")[0]
  return
    "\(group.count) fichiers de \(association) (\(kinds.joined(separator: ", ")), \(first.id.month.french) à \(last.id.month.french))"
}
