/// How much a revision moves: the largest relative change of its figures, held against the programme's threshold.
package enum Materiality: String, Hashable, Sendable, CaseIterable {
  /// Below the threshold, or nothing moved.
  case mineure
  /// At the threshold or above, or a figure went from or to 0 or nd.
  case substantielle

  package init(_ revisions: [Revision], threshold: Quantity) {
    let isMaterial = revisions.contains { revision in
      guard revision.old != revision.new else { return false }
      guard let old = revision.old, let new = revision.new, !old.isZero, !new.isZero else { return true }
      return (new - old).magnitude >= threshold.rational * old.magnitude
    }
    self = isMaterial ? .substantielle : .mineure
  }
}
