/// A figure that is not what the edition before said. Unprotected: ``ReleasedRevision`` is what reports tell of it.
package struct Revision: Hashable, Sendable {
  package var key: Figures.Key
  /// As published before: nil where it was missing or not there.
  package var old: Rational?
  package var new: Rational?
  package var oldStatus: Status?
  package var newStatus: Status?
  /// Numerator or denominator are others.
  package var partsDiffer: Bool
  /// What moved it, in the order in which it was applied; empty where that is no longer known.
  package var steps: [RevisionStep]

  package init(
    key: Figures.Key, old: Rational?, new: Rational?, oldStatus: Status?, newStatus: Status?, partsDiffer: Bool = false,
    steps: [RevisionStep]
  ) {
    self.key = key
    self.old = old
    self.new = new
    self.oldStatus = oldStatus
    self.newStatus = newStatus
    self.partsDiffer = partsDiffer
    self.steps = steps
  }

  /// nil: there is, or was, no such figure.
  package init(key: Figures.Key, from old: Figure?, to new: Figure?, steps: [RevisionStep]) {
    self.init(
      key: key, old: old?.value, new: new?.value, oldStatus: old?.status, newStatus: new?.status,
      partsDiffer: old?.numerator != new?.numerator || old?.denominator != new?.denominator, steps: steps)
  }
}
