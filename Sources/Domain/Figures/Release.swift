/// Everything of a month that may leave the house, as Protect lets it: reports are made from this and from nothing else.
package struct Release: Sendable {
  package var figures: ReleasedFigures
  /// Up to 13 months of what reports show over time, oldest first, the month last.
  package var history: [ReleasedFigures]
  /// How what reports show over time moved since the month before.
  package var trends: [Figures.Key: Trend]
  /// The same since the same month of the year before.
  package var yearTrends: [Figures.Key: Trend]
  /// What is not as the edition before said; empty for a first edition.
  package var revisions: [ReleasedRevision]
  /// Of the months before: what today's rule would show, and an edition of that month hid.
  package var keptHidden: [Month: Set<Figures.Key>]

  package init(
    figures: ReleasedFigures, history: [ReleasedFigures], trends: [Figures.Key: Trend],
    yearTrends: [Figures.Key: Trend] = [:], revisions: [ReleasedRevision],
    keptHidden: [Month: Set<Figures.Key>]
  ) {
    self.figures = figures
    self.history = history
    self.trends = trends
    self.yearTrends = yearTrends
    self.revisions = revisions
    self.keptHidden = keptHidden
  }
}
