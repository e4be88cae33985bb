import Domain

/// A revision as it may be told. `figures` are the month's, released; `wasHidden`: the edition before did not show the cell.
func release(
  _ revision: Revision, _ figures: ReleasedFigures, _ smallCounts: SmallCounts, _ catalogue: Catalogue, wasHidden: Bool
) -> ReleasedRevision {
  let figure = figures[revision.key]
  let before: ReleasedValue = revision.old.map { .shown($0) } ?? .missing
  // A count of persons that moved by a few tells of these few: what it was is not told again.
  let isFew = revision.old.flatMap { old in
    figure?.value.flatMap { new in catalogue[revision.key.indicator].map { smallCounts.isTold(by: new - old, of: $0) } }
  }
  return ReleasedRevision(
    key: revision.key,
    old: hidesOld(figure, revision, catalogue, wasHidden: wasHidden) || isFew == true ? .hidden : before,
    new: figure.released, oldStatus: revision.oldStatus, newStatus: revision.newStatus,
    isMove: revision.isMove, partsDiffer: revision.partsDiffer, steps: revision.steps)
}

/// The old value of a cell that is hidden now would give the new one away by the story around it; one that was hidden is
/// not told later; and of a count of persons that is gone nothing says whether it was small.
private func hidesOld(
  _ figure: ReleasedFigure?, _ revision: Revision, _ catalogue: Catalogue, wasHidden: Bool
) -> Bool {
  if figure?.isHidden == true || wasHidden && revision.old != nil { return true }
  return figure == nil && catalogue[revision.key.indicator]?.countsPersons ?? true
}
