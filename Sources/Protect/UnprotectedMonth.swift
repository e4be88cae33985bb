import Domain

/// A month as it was computed, before anything is hidden.
package struct UnprotectedMonth: Sendable {
  package let figures: Figures
  /// Up to 13 months of what reports show over time, oldest first, the month last.
  package let history: [Figures]
  /// What is not as the edition before said.
  package let revisions: [Revision]

  package init(figures: Figures, history: [Figures], revisions: [Revision]) {
    self.figures = figures
    self.history = history
    self.revisions = revisions
  }
}
