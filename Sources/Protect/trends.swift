import Domain

/// How each total of the catalogue moved since the month before. A hidden figure shows no movement; nor does one whose
/// movement is itself a small count of persons: so many came, or left.
func trends(
  in figures: ReleasedFigures, since history: [ReleasedFigures], _ smallCounts: SmallCounts, _ catalogue: Catalogue
) -> [Figures.Key: Trend] {
  let before = history.last { $0.month == figures.month.advanced(by: -1) }
  var trends: [Figures.Key: Trend] = [:]
  for indicator in catalogue.indicators {
    for horizon in indicator.horizons {
      let key = Figures.Key(indicator.id, horizon)
      trends[key] = trend(of: key, indicator, in: figures, since: before, smallCounts)
    }
  }
  return trends
}

private func trend(
  of key: Figures.Key, _ indicator: Indicator, in figures: ReleasedFigures, since before: ReleasedFigures?,
  _ smallCounts: SmallCounts
) -> Trend {
  if key.horizon == .annee && figures.month.number == 1 { return .newYear }
  guard let before else { return .unknown }
  // What a cumulated figure gained is the month's own figure: where that is hidden, so is the gain.
  if figures[indicator.id, .mois]?.isHidden == true { return .movement(.hidden) }
  let movement = figures[key].released - before[key].released
  if case .shown(let number) = movement, smallCounts.isTold(by: number, of: indicator) { return .movement(.hidden) }
  return .movement(movement)
}
