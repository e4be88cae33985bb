import Domain
import Ledger

/// What a run would publish for a month. `plan` shows it, `run` publishes it: the same value.
struct PlannedEdition: Sendable {
  let checked: CheckedMonth
  let inputs: [EditionInput]
  let figures: Figures
  /// The edition that it would supersede.
  let current: EditionRecord?
  /// nil for a first edition.
  let comparison: Comparison?
  private let previouslyAccepted: [EditionInput]

  init(_ checked: CheckedMonth, _ store: EditionStore?, _ archiver: ExportArchiver?, _ figures: Figures) throws {
    self.checked = checked
    self.figures = figures
    inputs = checked.facts.deliveries.map { EditionInput($0, archive: archiver?.entry(of: $0)) }
    current = try store?.current(checked.month)
    if let store, let archiver, let current {
      let old = try ComparedEdition(current, store)
      previouslyAccepted = old.inputs.filter { $0.outcome == .accepted }
      comparison = try compareEditions(old, ComparedEdition(checked, inputs, figures), text: archiver.text)
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

  /// Files of which the current edition used an accepted version, and which are refused or gone now: where, and why. What
  /// an association sent before it left the programme is not missed.
  var losses: [String] {
    let programme = checked.definitions.programme
    let accepted = Set(inputs.filter { $0.outcome == .accepted }.map(\.id))
    return previouslyAccepted.filter { input in
      programme.association(input.id.association)?.isMember(in: input.id.month) == true && !accepted.contains(input.id)
    }.map { input in
      let cause = checked.findings.first { $0.file == input.name && $0.severity == .file }
      guard let cause else { return "\(input.name) : le fichier n'est plus là" }
      return "\(cause.file)\(cause.line.map { ":\($0)" } ?? "") : \(cause.rule) → \(cause.remedy)"
    }
  }
}
