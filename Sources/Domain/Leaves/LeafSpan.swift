/// Over which months a row of another engine's result counts. What each month gives alone adds up here; what does not (persons) is
/// asked for each span.
package struct LeafSpan: Hashable, Sendable {
  /// The span ends with it.
  package let month: Month
  /// As the result names it: a horizon's id, or `depuis-` and the number of a month that no horizon begins with.
  package let id: String
  /// nil: the programme's start, whatever the programme.
  package let from: Month?

  package init(_ horizon: Horizon, _ month: Month) {
    self.month = month
    id = horizon.id
    switch horizon {
    case .mois: from = month
    case .annee: from = Month(year: month.year, number: 1)
    case .programme: from = nil
    }
  }

  package init(since from: Month, to month: Month) {
    self.month = month
    self.from = from
    id = "depuis-\(from.index)"
  }

  /// The span that begins with `from` in a programme that began with `start`: a horizon's, if it is one's.
  package init(from: Month, to month: Month, start: Month) {
    let horizon = Horizon.allCases.first { $0.period(endingWith: month, start: start).lowerBound == from }
    self = horizon.map { LeafSpan($0, month) } ?? LeafSpan(since: from, to: month)
  }
}
