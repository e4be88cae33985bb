import Domain

/// The numbers that one publication holds, as unknowns.
struct Page {
  /// A breakdown of a headcount over a stretch.
  struct Breakdown: Hashable {
    let base: Int
    let stretch: ClosedRange<Month>
    let dimensions: [Dimension]
  }
  struct Row {
    let cell: Cell
    let unknown: Int
  }

  let isOld: Bool
  /// In the order in which they were found.
  private(set) var order: [Spot] = []
  private(set) var unknowns: [Spot: Int] = [:]
  private(set) var breakdowns: [Breakdown] = []
  private(set) var rows: [Breakdown: [Row]] = [:]
  /// Rows that the publication before it, of the same month, has and it does not: what is not told anew is as it was.
  private(set) var olderRows: [Breakdown: [Row]] = [:]

  private var cells: [Breakdown: Set<Cell>] = [:]

  init(isOld: Bool) { self.isOld = isOld }

  subscript(_ spot: Spot) -> Int? { unknowns[spot] }

  /// The first of two is kept.
  mutating func write(_ unknown: Int, at spot: Spot) {
    guard unknowns[spot] == nil else { return }
    unknowns[spot] = unknown
    order.append(spot)
  }

  /// Two indicators may tell the same row: a count, and the rate over it.
  mutating func write(_ row: Row, of breakdown: Breakdown) {
    guard cells[breakdown, default: []].insert(row.cell).inserted else { return }
    if rows[breakdown] == nil { breakdowns.append(breakdown) }
    rows[breakdown, default: []].append(row)
  }

  mutating func fill(from older: Page) {
    for spot in older.order { write(older.unknowns[spot]!, at: spot) }
    for breakdown in older.breakdowns {
      let own = cells[breakdown] ?? []
      let others = ((older.rows[breakdown] ?? []) + (older.olderRows[breakdown] ?? [])).filter {
        !own.contains($0.cell)
      }
      if rows[breakdown] == nil {
        breakdowns.append(breakdown)
        rows[breakdown] = others
      } else {
        olderRows[breakdown] = others
      }
    }
  }
}
