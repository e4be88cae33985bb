import Synchronization

/// Findings, in the order in which a person mends them. Those up to an earlier month share their place, and what is asked for with every
/// edition is found without looking at all of them: see ``Deliveries``.
package struct Findings: Sendable {
  private let whole: Whole
  /// nil: all of them.
  private let last: Month?

  /// `all` are in order, ``Swift/Array/inOrder()``.
  package init(_ all: [Finding]) { self.init(Whole(all), nil) }

  private init(_ whole: Whole, _ last: Month?) { (self.whole, self.last) = (whole, last) }

  package var all: [Finding] {
    guard let last else { return whole.all }
    return whole.all.filter { isUp(to: last, $0) }
  }

  package var count: Int { byMonth.count }

  /// Those up to a month; what is of no month is of every one.
  package func upTo(_ month: Month) -> Findings { Findings(whole, min(month, last ?? month)) }

  /// Those of a month, and of none.
  package func of(_ month: Month) -> [Finding] {
    let index = whole.index
    return found((index.ofMonths[nil] ?? []) + (index.ofMonths[month] ?? []))
  }

  /// The same, and of other months those that refused something.
  package func told(in month: Month) -> [Finding] {
    let index = whole.index
    return found(Set((index.ofMonths[nil] ?? []) + (index.ofMonths[month] ?? []) + index.refusing))
  }

  /// Month by month, as the ledger keeps them: there each edition of a series then has those of the edition before in one piece for each
  /// month, and a piece for each file would be a dozen times as many. ``Swift/Array/inOrder()`` gives their own order back; where it could
  /// not, since several months have the same place in a file, they are kept in it.
  package var byMonth: ArraySlice<Finding> {
    let index = whole.index
    guard let last else { return index.byMonth[...] }
    // A part of them may be, where all are not.
    guard index.isByMonth else { return Findings(all).byMonth }
    return index.byMonth[..<index.byMonth.partitioningIndex { !isUp(to: last, $0) }]
  }

  private func found(_ places: some Sequence<Int>) -> [Finding] {
    places.sorted().map { whole.all[$0] }.filter { finding in last.map { isUp(to: $0, finding) } ?? true }
  }

  private final class Whole: Sendable {
    let all: [Finding]
    private let known = AtomicLazyReference<Index>()
    init(_ all: [Finding]) { self.all = all }
    var index: Index { known.load() ?? known.storeIfNil(Index(all)) }
  }

  private final class Index: Sendable {
    /// nil: of no month. Places, ascending.
    let ofMonths: [Month?: [Int]]
    let refusing: [Int]
    let byMonth: [Finding]
    /// Whether they are: else as they were.
    let isByMonth: Bool

    init(_ all: [Finding]) {
      let places = all.indices
      ofMonths = Dictionary(grouping: places) { all[$0].month }
      refusing = places.filter { all[$0].severity <= .row }
      isByMonth = !places.dropFirst().contains { place in
        isUnder(all[place].month, all[place - 1].month) && all[place].isAt(all[place - 1])
      }
      let months = ofMonths.keys.sorted(by: isUnder)
      byMonth = isByMonth ? months.flatMap { [ofMonths] in ofMonths[$0] ?? [] }.map { all[$0] } : all
    }
  }
}

extension Findings: Equatable, ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: Finding...) { self.init(elements) }
  package static func == (a: Findings, b: Findings) -> Bool { a.all == b.all }
}

private func isUp(to month: Month, _ finding: Finding) -> Bool { finding.month.map { $0 <= month } ?? true }

/// No month comes before every month.
private func isUnder(_ a: Month?, _ b: Month?) -> Bool {
  guard let b else { return false }
  return a.map { $0 < b } ?? true
}

extension Finding {
  /// Whether their order is that in which they were found.
  fileprivate func isAt(_ other: Finding) -> Bool {
    (line ?? 0) == (other.line ?? 0) && (column ?? -1) == (other.column ?? -1) && code == other.code
      && file == other.file
  }
}
