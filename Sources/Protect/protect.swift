import Domain

/// The only door through which a figure, a trend or a revision leaves the house. Small counts of persons are hidden, and
/// what would give one away by itself; 0 is shown.
///
/// `start`: of the programme. `marks`: by month, cells of which it was said before how they are marked: an edition hid them, and whoever
/// holds it would see which number stands behind its *s*; or they were chosen, so that others cannot be computed back
/// (``suppress(_:under:)``). Every other small count is marked C.
package func protect(
  _ month: UnprotectedMonth, under rules: Programme.Confidentiality, catalogue: Catalogue, start: Month,
  marks: [Month: [Figures.Key: Confidentiality]]
) -> Release {
  let smallCounts = SmallCounts(rules)
  func released(_ figures: Figures) -> ReleasedFigures {
    release(figures, smallCounts, catalogue, marks[figures.month] ?? [:])
  }
  let figures = released(month.figures)
  let history = month.history.map(released)
  let own = marks[figures.month] ?? [:]
  return Release(
    figures: figures, history: history,
    trends: trends(in: figures, since: 1, of: history, start: start, smallCounts, catalogue),
    yearTrends: trends(in: figures, since: 12, of: history, start: start, smallCounts, catalogue),
    revisions: month.revisions.map { release($0, figures, smallCounts, catalogue, wasHidden: own[$0.key] != nil) },
    keptHidden: keptHidden(in: month.history, smallCounts, catalogue, marks, but: figures.month))
}

private func release(
  _ figures: Figures, _ smallCounts: SmallCounts, _ catalogue: Catalogue, _ marks: [Figures.Key: Confidentiality]
) -> ReleasedFigures {
  ReleasedFigures(
    month: figures.month,
    figures.all.map { figure in
      let isSmall = smallCounts.stand(in: figure, of: catalogue[figure.indicator])
      let mark = figure.value == nil ? .F : marks[figure.key] ?? (isSmall ? .C : .F)
      let answers = figure.answers.map { smallCounts.stand(in: $0, of: catalogue[figure.indicator]) } ?? false
      return ReleasedFigure(figure, confidentiality: mark, showsAnswers: !answers)
    })
}

/// What of the months before is hidden for an edition's sake alone. An edition that is made again must know it.
private func keptHidden(
  in history: [Figures], _ smallCounts: SmallCounts, _ catalogue: Catalogue,
  _ marks: [Month: [Figures.Key: Confidentiality]], but reported: Month
) -> [Month: Set<Figures.Key>] {
  var kept: [Month: Set<Figures.Key>] = [:]
  for past in history where past.month != reported {
    let cells = marks[past.month] ?? [:]
    let keys = past.all.filter { figure in
      figure.value != nil && cells[figure.key] != nil
        && !smallCounts.stand(in: figure, of: catalogue[figure.indicator])
    }.map(\.key)
    if !keys.isEmpty { kept[past.month] = Set(keys) }
  }
  return kept
}
