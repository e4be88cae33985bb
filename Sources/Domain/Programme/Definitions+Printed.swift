extension Definitions {
  /// Cells of the month that some funder's report or file prints, be it as *s*.
  package func printed(of figures: Figures) -> Set<Figures.Key> { printed(of: figures, by: funders) }

  private func printed(of figures: Figures, by funders: [Funder]) -> Set<Figures.Key> {
    Set(
      figures.all.map(\.key).filter { key in
        funders.contains { funder in
          funder.shows(key) || funder.objectives(in: figures.month).contains { $0.key == key }
        }
      })
  }

  /// Cells of an earlier month that reports of `month` tell: key figures over 13 months, and whatever moved since the month, or the
  /// year, before. An aggregator's file tells of its own month alone.
  package func printed(of past: Figures, inReportsOf month: Month) -> Set<Figures.Key> {
    if [1, 12].contains(past.month.distance(to: month)) { return printed(of: past, by: reported) }
    let keyFigures = Set(funders.flatMap(\.keyFigures))
    return Set(past.all.map(\.key).filter(keyFigures.contains))
  }

  /// Funders who get a report.
  package var reported: [Funder] { funders.filter { !$0.isAggregator } }
}
