import Domain

/// What an edition tells of a month: of its own, or in its évolution of an earlier one.
package struct Publication: Sendable {
  package let month: Month
  /// As it was computed for that edition, before protection.
  package let figures: Figures
  /// Cells that some published file shows, be it as *s*.
  package let printed: Set<Figures.Key>
  /// Cells that are hidden, and how; of one that is about to be published, those that must be.
  package let hidden: [Figures.Key: Confidentiality]

  package init(
    month: Month, figures: Figures, printed: Set<Figures.Key>, hidden: [Figures.Key: Confidentiality]
  ) {
    self.month = month
    self.figures = figures
    self.printed = printed
    self.hidden = hidden
  }
}
