import Domain

/// A measure as one month's figures ask it: what it gives for each span of months and breakdown.
final class LeafTally {
  let leaf: Leaf
  private(set) var slices: [Key] = []
  private var positions: [Key: Int] = [:]
  private var values: [[UInt64: LeafValue]] = []
  /// Cells of one breakdown are asked for one after the other.
  private var last: (key: Key, position: Int)?

  struct Key: Hashable {
    let from: Month
    let breakdown: Breakdown
  }

  init(_ leaf: Leaf) { self.leaf = leaf }

  func require(from: Month, _ breakdown: Breakdown) {
    let key = Key(from: from, breakdown: breakdown)
    guard positions[key] == nil else { return }
    positions[key] = slices.count
    slices.append(key)
  }

  /// `subtotal` gives what the rows of a slice add up to, and the persons behind its sums; `months(association, from)` is how
  /// many months of it the association delivered.
  func settle(
    _ subtotal: (Key) -> (Subtotal, persons: [UInt64: Int]), months: (_ association: Int, _ from: Month) -> Int
  ) {
    values = slices.map { slice in
      let (subtotal, persons) = subtotal(slice)
      return subtotal.values(of: leaf, persons: persons) { months($0, slice.from) }
    }
  }

  func value(from: Month, _ breakdown: Breakdown, _ cell: UInt64) -> LeafValue {
    let key = Key(from: from, breakdown: breakdown)
    if last?.key != key {
      guard let position = positions[key] else {
        preconditionFailure("a figure asks for a slice that was not required")
      }
      last = (key, position)
    }
    return last.flatMap { values[$0.position][cell] } ?? LeafValue()
  }

  /// Cells with something other than 0.
  func cells(from: Month, _ breakdown: Breakdown) -> [UInt64] {
    guard let position = positions[Key(from: from, breakdown: breakdown)] else { return [] }
    return values[position].filter { !$0.value.isZero }.map(\.key)
  }
}
