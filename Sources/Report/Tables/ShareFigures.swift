import Domain

/// The shares of ESS jobs that a report or the month's page puts side by side. Found by what they measure.
struct ShareFigures {
  /// Of the programme's territory.
  let own: FunderFigure?
  /// The same with the programme's own jobs.
  let estimate: FunderFigure?
  /// Of the territory it is compared to.
  let compared: FunderFigure?

  init(_ month: ReportedMonth, for funder: Funder?) {
    let highlights = month.definitions.highlights
    func figure(_ indicator: Indicator?) -> FunderFigure? {
      guard let indicator, let horizon = indicator.horizons.max() else { return nil }
      return FunderFigure(indicator, Figures.Key(indicator.id, horizon), for: funder, in: month)
    }
    own = figure(highlights.share)
    estimate = figure(highlights.estimatedShare)
    compared = figure(highlights.comparedShare)
  }

  /// With what each is called in a picture.
  var named: [(name: String, figure: FunderFigure)] {
    [("Territoire", own), ("Avec le PTCE", estimate), ("Région", compared)].compactMap { name, figure in
      figure.map { (name, $0) }
    }
  }
}
