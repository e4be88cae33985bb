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
  let marked = figures.all.map { figure in
    let isSmall = smallCounts.stand(in: figure, of: catalogue[figure.indicator])
    let mark: Confidentiality = figure.value == nil ? .F : marks[figure.key] ?? (isSmall ? .C : .F)
    return (figure: figure, confidentiality: mark)
  }
  // Of how many persons a column is filled is told only where no count of persons of the same place is hidden.
  let hidden = HiddenPersons(marked, catalogue)
  return ReleasedFigures(
    month: figures.month,
    marked.map { figure, mark in
      let indicator = catalogue[figure.indicator]
      return ReleasedFigure(
        figure, confidentiality: mark,
        showsAnswers: tellsAnswers(of: figure, mark, of: indicator, beside: hidden, smallCounts),
        showsParts: figure.value != nil || !smallCounts.stand(inPartsOf: figure, of: indicator))
    })
}

/// Figures as an edition told them: those that it hid are marked in `marks`, all of them.
package func released(
  _ figures: Figures, under rules: Programme.Confidentiality, _ catalogue: Catalogue,
  marks: [Figures.Key: Confidentiality]
) -> ReleasedFigures {
  release(figures, SmallCounts(rules), catalogue, marks)
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
