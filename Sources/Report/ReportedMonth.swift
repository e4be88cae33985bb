import Domain

/// Everything a report is made from. A value: no clock, no disk, no locale, and no figure but what was released.
package struct ReportedMonth: Sendable {
  package var month: Month
  package var edition: Edition
  package var definitions: Definitions
  /// What of the month may be told. Its history is computed in this run, for the évolution, and holds at least the totals of
  /// the key figures.
  package var release: Release
  package var deliveries: Deliveries
  package var findings: Findings
  /// By association: what its faults cost, as indices into its ``LetterShares/findings(of:)``.
  package var costs: [Association.ID: [RefusalCost]] = [:]
  /// By association: what was understood of its files of the month. For its letter alone.
  package var readBacks: [Association.ID: ReadBack] = [:]
  /// What the edition before said of the exports, and under which definitions; nil for a first edition.
  package var predecessor: Predecessor?
  /// Totals of ``history`` that the month's own edition tells otherwise.
  package var publishedOtherwise: [Month: Set<Figures.Key>] = [:]

  /// By funder, the edition of the month that was sent last, as far as it was noted.
  package var sent: [String: Sent] = [:]

  package struct Sent: Hashable, Sendable {
    package var edition: String
    /// The funder would read something else by now.
    package var isOutdated: Bool
    package init(edition: String, isOutdated: Bool) {
      self.edition = edition
      self.isOutdated = isOutdated
    }
  }

  package struct Predecessor: Sendable {
    package var findings: Findings
    package var deliveries: Deliveries
    /// Under which it was made: objectives, bases and comments may have changed too.
    package var definitions: Definitions
    /// Kinds of files of earlier months that changed since: no figure of the month need move, what it is compared with does.
    package var changedEarlier: Set<ExportKind> = []
    /// Its figures as it told them.
    package var told: [ReleasedFigure] = []
    package init(findings: Findings, deliveries: Deliveries, definitions: Definitions) {
      self.findings = findings
      self.deliveries = deliveries
      self.definitions = definitions
    }
  }

  package init(
    month: Month, edition: Edition, definitions: Definitions, release: Release, deliveries: Deliveries,
    findings: Findings
  ) {
    self.month = month
    self.edition = edition
    self.definitions = definitions
    self.release = release
    self.deliveries = deliveries
    self.findings = findings
  }

  var figures: ReleasedFigures { release.figures }
  var history: [ReleasedFigures] { release.history }
  var revisions: [ReleasedRevision] { release.revisions }
}
