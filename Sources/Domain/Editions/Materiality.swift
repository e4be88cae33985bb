/// How much a revision moves: the largest relative change of its figures, held against the programme's threshold.
package enum Materiality: String, Hashable, Sendable, CaseIterable {
  /// Below the threshold, or nothing moved.
  case mineure
  /// At the threshold or above, or a figure went from or to 0 or nd.
  case substantielle

  package init(_ revisions: [some RevisedFigure], threshold: Quantity) {
    let isMaterial = revisions.contains { revision in
      guard revision.isMove else { return false }
      // To 0 is a change by the whole, which no threshold is above.
      return revision.relativeChange.map { $0 >= threshold.rational } ?? true
    }
    self = isMaterial ? .substantielle : .mineure
  }
}
