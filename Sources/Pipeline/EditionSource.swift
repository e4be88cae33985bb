import Domain
import Protect
import Report

/// Everything the files of an edition are a function of. The same source makes the same bytes: a run publishes them, and
/// `verify` makes them again from the archive and the ledger.
struct EditionSource: Sendable {
  let gathered: Gathered
  let figures: Figures
  let edition: Edition
  /// What faults cost, by association.
  let effects: [Int: [FaultEffect]]
  /// What the edition before said of the exports; nil for a first edition.
  let predecessor: Predecessor?
  /// Earlier months whose current edition says something else than this one's évolution.
  let monthsPublishedOtherwise: Set<Month>

  struct Predecessor: Sendable {
    let findings: [Finding]
    let inputs: [EditionInput]
    /// A cell once hidden stays hidden in later editions of the month.
    let hidden: Set<Figures.Key>
  }

  var released: ReleasedFigures {
    protect(
      figures, under: gathered.definitions.programme.confidentiality, catalogue: gathered.definitions.catalogue,
      hiddenBefore: predecessor?.hidden ?? [])
  }

  /// The month as reports see it.
  func month(history: [ReleasedFigures]) -> ReportedMonth {
    var month = ReportedMonth(
      month: gathered.month, edition: edition, definitions: gathered.definitions, figures: released, history: history,
      deliveries: gathered.facts.deliveries, findings: gathered.findings)
    month.effects = effects
    month.predecessor = predecessor.map { predecessor in
      ReportedMonth.Predecessor(
        findings: predecessor.findings,
        deliveries: predecessor.inputs.compactMap { $0.delivery(in: gathered.definitions.programme) }.inOrder)
    }
    month.monthsPublishedOtherwise = monthsPublishedOtherwise
    return month
  }
}
