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
  /// Full-time equivalents of the month that some file shows: nobody is more than one, so that at least as many employees stand behind
  /// each of them.
  package let fullTime: [Figure]

  package init(
    month: Month, figures: Figures, printed: Set<Figures.Key>, hidden: [Figures.Key: Confidentiality],
    fullTime: [Figure] = []
  ) {
    self.month = month
    self.figures = figures
    self.printed = printed
    self.hidden = hidden
    self.fullTime = fullTime
  }

  /// The same, with other cells hidden.
  package func hiding(_ hidden: [Figures.Key: Confidentiality]) -> Publication {
    Publication(month: month, figures: figures, printed: printed, hidden: hidden, fullTime: fullTime)
  }
}

extension Catalogue {
  /// Those of the figures that tell of full-time equivalents of their month.
  package func fullTime(_ figures: [Figure], of month: Month, start: Month) -> [Figure] {
    figures.filter { figure in
      guard tellsFullTime(figure.indicator), figure.value != nil else { return false }
      return figure.horizon.period(endingWith: month, start: start) == month...month
    }
  }

  /// Whether its figures are full-time equivalents of employees.
  package func tellsFullTime(_ indicator: String) -> Bool {
    if case .sumStock(.etp, _)? = self[indicator]?.term.measure { return true }
    return false
  }
}
