import Domain

/// A measure with the breakdowns that some figure asks it for.
struct AskedLeaf: Sendable {
  struct Slice: Sendable {
    let breakdown: Breakdown
    /// The first month that some figure looks back to.
    var earliest: Month
    /// Its place in ``MonthlyParts``.
    let series: Int
  }
  let leaf: Leaf
  private(set) var slices: [Slice] = []

  init(_ leaf: Leaf) { self.leaf = leaf }

  /// A figure asks for it; `next` is the place of a series that is not there yet, and moves on with it.
  mutating func require(from: Month, _ breakdown: Breakdown, next: inout Int) {
    if let position = slices.firstIndex(where: { $0.breakdown == breakdown }) {
      slices[position].earliest = min(slices[position].earliest, from)
      return
    }
    slices.append(Slice(breakdown: breakdown, earliest: from, series: next))
    next += 1
  }

  /// Those that a row of this month can count in.
  func slices(reaching month: Month) -> [Slice] {
    if case .countEver = leaf.measure { return slices }
    return slices.filter { $0.earliest <= month }
  }

  func series(_ breakdown: Breakdown) -> Int? { slices.first { $0.breakdown == breakdown }?.series }
}
