import Compute
import Domain
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
  let predecessor: Predecessor?
  /// Totals of the évolution that the month's own edition tells otherwise.
  let publishedOtherwise: CellsByMonth

  /// What the edition before said of the exports.
  struct Predecessor: Sendable {
    let findings: [Finding]
    let inputs: [EditionInput]
    let definitions: Definitions
    /// Kinds of files of earlier months that changed since.
    var changedEarlier: Set<ExportKind> = []

    /// With what the comparison with it found.
    func compared(_ comparison: Comparison?) -> Predecessor {
      var predecessor = self
      let earlier = comparison?.files.filter { $0.id.month < (comparison?.month ?? $0.id.month) } ?? []
      predecessor.changedEarlier = Set(earlier.map(\.id.kind))
      return predecessor
    }
  }

  /// The month as reports see it.
  var reportedMonth: ReportedMonth {
    let programme = checked.definitions.programme
    var month = ReportedMonth(
      month: checked.month, edition: edition, definitions: checked.definitions, release: release,
      deliveries: checked.facts.deliveries, findings: checked.findings)
    month.costs = costs
    month.readBacks = readBack(
      checked.facts, of: programme, with: checked.definitions.reference, for: checked.month)
    month.predecessor = predecessor.map { predecessor in
      var told = ReportedMonth.Predecessor(
        findings: predecessor.findings, deliveries: predecessor.inputs.deliveries(in: programme),
        definitions: predecessor.definitions)
      told.changedEarlier = predecessor.changedEarlier
      return told
    }
    month.publishedOtherwise = publishedOtherwise
    return month
  }
}

/// What may be told of a month. `hiddenBefore`: by month, the cells that an edition of it hid.
func release(
  _ checked: CheckedMonth, _ figures: Figures, _ history: [Figures], _ revisions: [Revision],
  hiddenBefore: CellsByMonth
) -> Release {
  protect(
    UnprotectedMonth(figures: figures, history: history, revisions: revisions),
    under: checked.definitions.programme.confidentiality, catalogue: checked.definitions.catalogue,
    start: checked.definitions.programme.start,
    hiddenBefore: hiddenBefore)
}
