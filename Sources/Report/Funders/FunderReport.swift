import Domain

/// One funder's report as a value: what the workbook, the CSV and the data package are made from.
package struct FunderReport: Sendable {
  let month: ReportedMonth
  let funder: Funder
  /// Each key figure at the longest horizon that has a total: a key figure names none, and the longest is what the
  /// agreement is about. The CSV has all of them.
  let headlines: [FunderFigure]
  let sections: [FunderSection]
  /// The key figures' totals at all their horizons, then the sections' figures; each once.
  let figures: [FunderFigure]
  /// The same as rows of ``DataColumn``: what the CSV writes and the Données sheet shows.
  private(set) var data: [[DataField]] = []
  private let revisionsByKey: [Figures.Key: ReleasedRevision]

  package init(_ month: ReportedMonth, _ funder: Funder) {
    self.month = month
    self.funder = funder
    let indicators = funder.keyFigures.compactMap { month.definitions.catalogue[$0] }
    headlines = indicators.map { FunderFigure($0, longestHorizon(of: $0, in: month.figures), for: funder, in: month) }
    let sections = funder.sections.map { FunderSection($0, for: funder, in: month) }
    self.sections = sections
    let totals = indicators.flatMap { indicator in
      indicator.horizons.map { FunderFigure(indicator, $0, for: funder, in: month) }
    }
    revisionsByKey = Dictionary(month.revisions.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    var seen: Set<Figures.Key> = []
    figures = (totals + sections.flatMap(\.figures)).filter { seen.insert($0.key).inserted }
    data = figures.map { figure in DataColumn.allCases.map { $0.field(of: figure, in: self) } }
  }

  var programme: Programme { month.definitions.programme }

  /// Indicators of the report, in the order in which they are met.
  var indicators: [Indicator] {
    var seen: Set<String> = []
    return figures.map(\.indicator).filter { seen.insert($0.id).inserted }
  }

  /// Of its own figures, in the table's order; those that are gone too (an association that left).
  var revisions: [ReleasedRevision] {
    let shown = Set(figures.map(\.key))
    return month.revisions.filter { shown.contains($0.key) || isGone($0.key) }
  }

  private func isGone(_ key: Figures.Key) -> Bool {
    funder.shows(key) && month.figures[key] == nil
      && month.definitions.catalogue[key.indicator] != nil
  }

  /// The figure of a revision; without a value where it is gone.
  func figure(of key: Figures.Key) -> FunderFigure? {
    month.definitions.catalogue[key.indicator].map {
      FunderFigure($0, key.horizon, key.cell, for: funder, in: month)
    }
  }

  func revision(of key: Figures.Key) -> ReleasedRevision? { revisionsByKey[key] }

  func label(of indicator: Indicator) -> String { funder.labels[indicator.id]?.fr ?? indicator.label.fr }

  /// `provisoire`, `partiel` where any of the report's figures is; `définitif` where none is.
  var status: String {
    let words = [Status.P, .U].filter { status in
      figures.contains { $0.status == status || status == .U && $0.status == .P && $0.released?.figure.answers != nil }
    }.map(\.french)
    return words.isEmpty ? Status.A.french : words.joined(separator: ", ")
  }

  /// With `révisé` from the second edition on.
  var editionStatus: String { month.edition.number > 1 ? "\(status), révisé" : status }

  var hasAgreement: Bool { funder.agreementFrom.map { $0 <= month.month } ?? false }

  func period(_ horizon: Horizon) -> String { horizon.french(month.month, start: programme.start) }
}

/// The longest horizon at which the month holds a total, else the longest the indicator has.
private func longestHorizon(of indicator: Indicator, in figures: ReleasedFigures) -> Horizon {
  let longest = indicator.horizons.sorted(by: >)
  return longest.first { figures[indicator.id, $0] != nil } ?? longest.first ?? .mois
}
