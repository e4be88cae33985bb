import Domain

/// The only door through which a figure, a trend or a revision leaves the house. Small counts of persons are hidden, and
/// what would give one away by itself; 0 is shown.
///
/// `start`: of the programme. `hiddenBefore`: by month, the cells that an edition of it did not show. They stay hidden: whoever holds that edition
/// would see which number stands behind its *s*.
///
/// Secondary suppression is not applied yet: what is hidden here may still be computed from what is shown.
package func protect(
  _ month: UnprotectedMonth, under rules: Programme.Confidentiality, catalogue: Catalogue, start: Month,
  hiddenBefore: [Month: Set<Figures.Key>]
) -> Release {
  let smallCounts = SmallCounts(rules)
  func released(_ figures: Figures) -> ReleasedFigures {
    release(figures, smallCounts, catalogue, hiddenBefore: hiddenBefore[figures.month] ?? [])
  }
  let figures = released(month.figures)
  let history = month.history.map(released)
  let hidden = hiddenBefore[figures.month] ?? []
  return Release(
    figures: figures, history: history,
    trends: trends(in: figures, since: 1, of: history, start: start, smallCounts, catalogue),
    yearTrends: trends(in: figures, since: 12, of: history, start: start, smallCounts, catalogue),
    revisions: month.revisions.map { release($0, figures, smallCounts, catalogue, wasHidden: hidden.contains($0.key)) },
    keptHidden: keptHidden(in: month.history, smallCounts, catalogue, hiddenBefore: hiddenBefore, but: figures.month))
}

private func release(
  _ figures: Figures, _ smallCounts: SmallCounts, _ catalogue: Catalogue, hiddenBefore: Set<Figures.Key>
) -> ReleasedFigures {
  ReleasedFigures(
    month: figures.month,
    figures.all.map { figure in
      let isHidden =
        smallCounts.stand(in: figure, of: catalogue[figure.indicator])
        || figure.value != nil && hiddenBefore.contains(figure.key)
      let answers = figure.answers.map { smallCounts.stand(in: $0, of: catalogue[figure.indicator]) } ?? false
      return ReleasedFigure(figure, confidentiality: isHidden ? .C : .F, showsAnswers: !answers)
    })
}

/// What of the months before is hidden for an edition's sake alone. An edition that is made again must know it.
private func keptHidden(
  in history: [Figures], _ smallCounts: SmallCounts, _ catalogue: Catalogue, hiddenBefore: [Month: Set<Figures.Key>],
  but reported: Month
) -> [Month: Set<Figures.Key>] {
  var kept: [Month: Set<Figures.Key>] = [:]
  for past in history where past.month != reported {
    let hidden = hiddenBefore[past.month] ?? []
    let keys = past.all.filter { figure in
      figure.value != nil && hidden.contains(figure.key)
        && !smallCounts.stand(in: figure, of: catalogue[figure.indicator])
    }.map(\.key)
    if !keys.isEmpty { kept[past.month] = Set(keys) }
  }
  return kept
}
