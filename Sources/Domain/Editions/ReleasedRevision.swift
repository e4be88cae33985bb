/// A revision as it may be told: neither value of a cell that is hidden, or was.
package struct ReleasedRevision: Hashable, Sendable {
  package let key: Figures.Key
  package let old: ReleasedValue
  package let new: ReleasedValue
  package let oldStatus: Status?
  package let newStatus: Status?
  /// The value is another, or came or went; not the status alone. Known of hidden cells too.
  package let isMove: Bool
  package let partsDiffer: Bool
  package let steps: [RevisionStep]

  package init(
    key: Figures.Key, old: ReleasedValue, new: ReleasedValue, oldStatus: Status?, newStatus: Status?, isMove: Bool,
    partsDiffer: Bool = false, steps: [RevisionStep]
  ) {
    self.key = key
    self.old = old
    self.new = new
    self.oldStatus = oldStatus
    self.newStatus = newStatus
    self.isMove = isMove
    self.partsDiffer = partsDiffer
    self.steps = steps
  }

  /// nil where the value did not move, or one of the two is not shown.
  package var difference: Rational? {
    guard let old = old.number, let new = new.number, old != new else { return nil }
    return new - old
  }
}
