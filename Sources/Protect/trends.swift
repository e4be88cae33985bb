import Domain

/// How what the history holds moved in so many months. A hidden figure shows no movement; nor does one whose movement is itself
/// a small count of persons: so many came, or left.
func trends(
  in figures: ReleasedFigures, since months: Int, of history: [ReleasedFigures], start: Month,
  _ smallCounts: SmallCounts,
  _ catalogue: Catalogue
) -> [Figures.Key: Trend] {
  let before = history.first { $0.month == figures.month.advanced(by: -months) }
  let shown = history.last { $0.month == figures.month }?.all ?? []
  return shown.reduce(into: [:]) { trends, figure in
    guard let indicator = catalogue[figure.key.indicator] else { return }
    // The year before began with the programme, and this one in January: they are not as long.
    let isShorter =
      months == 12 && figure.key.horizon == .annee && start > Month(year: figures.month.year - 1, number: 1)
    if isShorter {
      trends[figure.key] = .unknown
      return
    }
    trends[figure.key] =
      months == 1 && figure.key.horizon == .annee && figures.month.number == 1
      ? .newYear : trend(of: figure.key, indicator, in: figures, since: before, smallCounts)
  }
}

private func trend(
  of key: Figures.Key, _ indicator: Indicator, in figures: ReleasedFigures, since before: ReleasedFigures?,
  _ smallCounts: SmallCounts
) -> Trend {
  guard let before else { return .unknown }
  // What a cumulated figure gained in a month is the month's own figure: where that is hidden, so is the gain.
  if before.month == figures.month.advanced(by: -1), figures[indicator.id, .mois, key.cell]?.isHidden == true {
    return .movement(.hidden)
  }
  if let now = figures[key]?.figure, let then = before[key]?.figure, Set(now.incomplete) != Set(then.incomplete) {
    return .incomparable
  }
  let movement = figures[key].released - before[key].released
  if case .shown(let number) = movement, smallCounts.isTold(by: number, of: indicator) { return .movement(.hidden) }
  return .movement(movement)
}
