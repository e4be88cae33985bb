/// One step from an edition to the next: what was changed in it, and why that counts as a revision.
package struct RevisionStep: Hashable, Sendable {
  package enum Change: Hashable, Sendable {
    /// Another version of bilan.
    case software
    /// Entries of the definitions that were applied together: one, or several where there are too many.
    case definitions([DefinitionChange])
    /// Exports that were applied together: one, or several where there are too many to go one by one.
    case exports([DeliveryID])
  }
  package let cause: RevisionCause
  package let change: Change
  /// What changed, for readers of reports: names and counts of rows, no line of a file.
  package let french: String

  package init(_ cause: RevisionCause, _ change: Change, french: String) {
    self.cause = cause
    self.change = change
    self.french = french
  }
}

extension [RevisionStep] {
  /// Each once, in the order of the steps.
  package var causes: [RevisionCause] {
    var seen: Set<RevisionCause> = []
    return map(\.cause).filter { seen.insert($0).inserted }
  }

  /// All steps as one sentence.
  package var french: String { map(\.french).joined(separator: " ; ") }
}
