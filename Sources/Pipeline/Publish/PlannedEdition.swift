import Domain
import Ledger

/// What a run would publish for a month. `plan` shows it, `run` publishes it: the same value.
struct PlannedEdition: Sendable {
  let checked: CheckedMonth
  let inputs: ArraySlice<EditionInput>
  let figures: Figures
  /// The edition that it would supersede.
  let current: EditionRecord?
  /// nil for a first edition.
  let comparison: Comparison?
  private let previouslyAccepted: [EditionInput]
  /// Files of the definitions that the edition before was made under: the current one, or that of the newest earlier month.
  private let definitionsBefore: [String]

  init(_ checked: CheckedMonth, _ store: EditionStore?, _ archiver: ExportArchiver?, _ figures: Figures) throws {
    self.checked = checked
    self.figures = figures
    inputs =
      archiver?.inputs(of: checked.facts.deliveries)
      ?? checked.facts.deliveries.map { EditionInput($0, archive: nil) }[...]
    current = try store?.current(checked.month)
    definitionsBefore =
      try (current ?? store?.newestEdition(before: checked.month)).flatMap { edition in
        try store?.definitionRecords(of: edition).map(\.file)
      } ?? []
    if let store, let archiver, let current {
      let old = try ComparedEdition(current, store)
      previouslyAccepted = old.inputs.filter { $0.outcome == .accepted }
      comparison = try compareEditions(old, ComparedEdition(checked, Array(inputs), figures), text: archiver.text)
    } else {
      previouslyAccepted = []
      comparison = nil
    }
  }

  /// As it would be numbered.
  func edition(reason: String?) -> Edition {
    Edition(
      month: checked.month, number: (current?.number ?? 0) + 1,
      reason: comparison.map { reason ?? $0.french }, changes: comparison?.revisions.count ?? 0,
      causes: comparison?.causes ?? [], materiality: comparison?.materiality)
  }

  /// What the edition before used, and what would be without now: definitions that are gone, and exports.
  var losses: [String] { lostDefinitions + lostExports }

  /// A funder's file that somebody removed takes his report with it, and no figure moves: nobody would see it.
  private var lostDefinitions: [String] {
    let present = Set(checked.loaded.files.map(\.file))
    return definitionsBefore.filter { !present.contains($0) }.map { file in
      guard file.hasPrefix(DefinitionName.funders) else { return "\(file) : le fichier n'est plus là" }
      return "\(file) : le fichier n'est plus là, ce financeur n'aurait plus de rapport"
    }
  }

  /// Files of which the current edition used an accepted version, and which are refused or gone now: where, and why. What
  /// an association sent before it left the programme is not missed.
  private var lostExports: [String] {
    guard !previouslyAccepted.isEmpty else { return [] }
    let programme = checked.definitions.programme
    let accepted = Set(inputs.filter { $0.outcome == .accepted }.map(\.id))
    let lost = previouslyAccepted.filter { input in
      programme.association(input.id.association)?.isMember(in: input.id.month) == true && !accepted.contains(input.id)
    }
    // One file may hold many months.
    return distinct(lost.map(told))
  }

  private func told(_ input: EditionInput) -> String {
    let cause = checked.findings.first { finding in
      let isTwice =
        finding.code == FindingCode.monthTwice.rawValue && finding.association == input.id.association
        && finding.kind == input.id.kind
      return (finding.file == input.name || isTwice) && finding.severity == .file
        && [nil, input.id.month].contains(finding.month)
    }
    guard let cause else { return "\(input.name) : le fichier n'est plus là" }
    return "\(cause.file)\(cause.line.map { ":\($0)" } ?? "") : \(cause.rule) → \(cause.remedy)"
  }
}
