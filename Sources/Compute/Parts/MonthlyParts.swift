import Domain

/// What the rows of `etp` and `reunions` give every measure of a ``Computation``, month by month: all that figures of any month
/// and horizon need of them. Parts of different associations are merged.
package struct MonthlyParts: Sendable {
  private let start: Month
  /// By number of ``AskedLeaf/Slice/series``.
  private var series: [SubtotalSeries]

  init(start: Month, end: Month, series: Int) {
    self.start = start
    let months = max(0, start.distance(to: end) + 1)
    self.series = Array(repeating: SubtotalSeries(months: months), count: series)
  }

  mutating func add(_ subtotal: Subtotal, to number: Int, _ month: Month) {
    series[number].add(subtotal, month: start.distance(to: month))
  }

  mutating func add(now subtotal: Subtotal, to number: Int, _ month: Month) {
    series[number].add(now: subtotal, month: start.distance(to: month))
  }

  mutating func add(_ persons: ContributorTable, to number: Int, _ month: Month) {
    series[number].add(persons, month: start.distance(to: month))
  }

  package mutating func merge(_ other: MonthlyParts) {
    for number in series.indices { series[number].merge(other.series[number]) }
  }

  /// After the last merge, before the first question.
  package mutating func seal() {
    for number in series.indices { series[number].seal() }
  }

  /// What a measure's rows add up to in the figures of `month` over a span that begins with `from`, and the persons behind its
  /// sums.
  func subtotal(_ measure: Measure, _ number: Int, from: Month, month: Month) -> (Subtotal, persons: [UInt64: Int]) {
    let last = start.distance(to: month)
    let first = start.distance(to: measure.first(from, to: month, start: start))
    guard first <= last else { return (Subtotal(), [:]) }
    var subtotal = series[number].subtotal(first...last)
    if case .countEver = measure { subtotal += series[number].now(last) }
    return (subtotal, series[number].persons(first...last))
  }
}

extension Measure {
  /// The first month whose rows count in a span that begins with `from`.
  func first(_ from: Month, to month: Month, start: Month) -> Month {
    switch self {
    // Ever so: it has no beginning.
    case .countEver: return start
    // Only the month.
    case .countStock: return month
    default: return from
    }
  }
}
