import Domain
import Report

/// Everything the files of an edition are a function of. The same source makes the same bytes: a run publishes them, and
/// `verify` makes them again from the archive and the ledger.
struct EditionSource: Sendable {
  let checked: CheckedMonth
  let figures: Figures
  let edition: Edition
  /// What faults cost, by association.
  let effects: [Int: [RefusalCost]]
  /// What the edition before said of the exports; nil for a first edition.
  let predecessor: Predecessor?
  let otherMonths: OtherMonths

  struct Predecessor: Sendable {
    let findings: [Finding]
    let inputs: [EditionInput]
    /// A cell once hidden stays hidden in later editions of the month.
    let hidden: Set<Figures.Key>
  }

  /// The month as reports see it; `history` as computed.
  func month(history: [Figures]) -> ReportedMonth {
    let definitions = checked.definitions
    let hidden = predecessor?.hidden ?? []
    var month = ReportedMonth(
      month: checked.month, edition: edition, definitions: definitions,
      figures: released(figures, definitions, hidden: hidden),
      history: history.map { past in
        released(
          past, definitions, hidden: past.month == checked.month ? hidden : otherMonths.hidden[past.month] ?? [])
      }, deliveries: checked.facts.deliveries, findings: checked.findings)
    month.effects = effects
    // What was hidden is not told as an old value, whatever the cell has become: missing, or gone.
    month.edition.revisions = edition.revisions.map { revision in
      var revision = revision
      if hidden.contains(revision.key) { revision.old = nil }
      return revision
    }
    month.predecessor = predecessor.map { predecessor in
      ReportedMonth.Predecessor(
        findings: predecessor.findings,
        deliveries: predecessor.inputs.compactMap { $0.delivery(in: checked.definitions.programme) }.inOrder)
    }
    month.publishedOtherwise = otherMonths.differing
    return month
  }
}
