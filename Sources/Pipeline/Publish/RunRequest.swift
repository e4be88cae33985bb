import Domain

/// What a run was asked.
package struct RunRequest: Sendable {
  /// The first month; nil: the last one alone.
  package var first: Month?
  /// The last month. nil: with a first one, the newest published month, if there is one from the first on; else the last
  /// whole month.
  package var last: Month?
  package var reason: String?
  /// Publish although a file that the current edition used is refused or gone.
  package var acceptsLoss = false
  /// Anything owed and missing or refused forbids publishing.
  package var isStrict = false
  /// Publish again what another version of bilan made otherwise, though nothing else changed.
  package var remakes = false
  /// Of a series, leave closed months that would change as they are, instead of stopping before anything is published.
  package var leavesClosed = false
  /// Before the due day, wait for owed files instead of publishing without them.
  package var waits = false
  /// Another engine's result, from which the figures are made for the months that it answers.
  package var leaves: LeavesFile?
  package init() {}

  /// The months, given what was published.
  func months(published: some Sequence<Month>) -> ClosedRange<Month> {
    if let last { return (first ?? last)...last }
    let newest = first.flatMap { first in published.filter { $0 >= first }.max() }
    let end = newest ?? lastWholeMonth()
    return min(first ?? end, end)...end
  }

  /// Those of them that the programme has. Throws ``MonthOutside`` where it has none.
  func months(published: some Sequence<Month>, since start: Month) throws -> ClosedRange<Month> {
    let months = months(published: published)
    guard months.upperBound >= start else { throw MonthOutside(month: months.upperBound, start: start) }
    return max(months.lowerBound, start)...months.upperBound
  }
}
