import Domain

/// Everything a report is made from. A value: no clock, no disk, no locale.
package struct ReportedMonth: Sendable {
  package var month: Month
  package var edition: Edition
  package var definitions: Definitions
  /// The month's figures after protection.
  package var figures: ReleasedFigures
  /// Up to 13 months, oldest first, this one last: each computed in this run, for the évolution. Holds at least the
  /// totals of the key figures.
  package var history: [ReleasedFigures]
  package var deliveries: [Delivery]
  package var findings: [Finding]
  /// By association: what its faults cost, as indices into its ``letterFindings(_:_:_:_:association:)``.
  package var effects: [Int: [RefusalCost]] = [:]
  /// What the edition before said of the exports; nil for a first edition.
  package var predecessor: Predecessor?
  /// Totals of ``history`` that the month's own edition tells otherwise.
  package var publishedOtherwise: [Month: Set<Figures.Key>] = [:]

  package struct Predecessor: Sendable {
    package var findings: [Finding]
    package var deliveries: [Delivery]
    package init(findings: [Finding], deliveries: [Delivery]) {
      self.findings = findings
      self.deliveries = deliveries
    }
  }

  package init(
    month: Month, edition: Edition, definitions: Definitions, figures: ReleasedFigures,
    history: [ReleasedFigures], deliveries: [Delivery], findings: [Finding]
  ) {
    self.month = month
    self.edition = edition
    self.definitions = definitions
    self.figures = figures
    self.history = history
    self.deliveries = deliveries
    self.findings = findings
  }
}
