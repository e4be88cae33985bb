import Compute
import Domain
import Ledger
import Protect
import Report

/// Everything the files of an edition are a function of. The same source makes the same bytes: a run publishes them, and
/// `verify` makes them again from the archive and the ledger.
struct EditionSource: Sendable {
  let checked: CheckedMonth
  let figures: Figures
  let edition: Edition
  /// What may be told of it.
  let release: Release
  /// What faults cost, by association.
  let costs: [Association.ID: [RefusalCost]]
  /// nil for a first edition.
  let predecessor: ReportedMonth.Predecessor?
  /// Totals of the évolution that the month's own edition tells otherwise.
  let publishedOtherwise: CellsByMonth
  /// What the ledger keeps of the choice of what is hidden.
  var disclosures: [DisclosureRecord] = []
  /// What was noted as sent of the editions before.
  var sent: [String: ReportedMonth.Sent] = [:]

  /// The month as reports see it. Throws `Interruption`.
  var reportedMonth: ReportedMonth {
    get throws {
      var month = ReportedMonth(
        month: checked.month, edition: edition, definitions: checked.definitions, release: release,
        deliveries: checked.facts.deliveries, findings: checked.found)
      month.costs = costs
      month.readBacks = try checked.parts.readBack(of: checked.month, checked.facts)
      month.predecessor = predecessor
      month.publishedOtherwise = publishedOtherwise
      month.sent = sent
      return month
    }
  }
}

/// What may be told of a month. `marks`: by month, how cells are marked that are hidden.
func release(
  _ checked: CheckedMonth, _ figures: Figures, _ history: [Figures], _ revisions: [Revision],
  marks: MarksByMonth
) -> Release {
  protect(
    UnprotectedMonth(figures: figures, history: history, revisions: revisions),
    under: checked.definitions.programme.confidentiality, catalogue: checked.definitions.catalogue,
    start: checked.definitions.programme.start,
    marks: marks)
}
