import Domain

/// Goes through the register in use of one association and feeds every measure that reads insertion paths.
struct PathPass {
  let programme: Programme
  let month: Month

  func read(_ rows: PathRows, into leaves: [Leaf]) {
    let association = programme.associations[rows.association]
    for leaf in leaves {
      // By first month of the span: the days in which the association is a member.
      let spans = leaf.slices.compactMap { slice -> (Slice, ClosedRange<Int32>)? in
        PathPass.days(association, from: slice.from, to: month).map { (slice, $0) }
      }
      for row in 0..<rows.count {
        let slices = spans.filter { isCandidate(rows, row, leaf.measure, $0.1) }.map(\.0)
        guard !slices.isEmpty else { continue }
        let unit = PathPass.unit(rows, row, leaf.measure)
        recordBlanks(leaf, slices, unit: unit, rows, row)
        guard leaf.filter.accepts(rows, row) else { continue }
        for slice in slices { slice.count(unit, rows, row) }
      }
    }
  }

  static func days(_ association: Association, from: Month, to month: Month) -> ClosedRange<Int32>? {
    guard from <= month, let months = association.membership(within: from...month) else { return nil }
    return months.lowerBound.firstDay.number...months.upperBound.lastDay.number
  }

  func isCandidate(_ rows: PathRows, _ row: Int, _ measure: Measure, _ days: ClosedRange<Int32>) -> Bool {
    let exit = rows.exit[row]
    switch measure {
    case .countPaths(.date_entree, _): return days.contains(rows.entry[row])
    case .countPaths(.date_sortie, let minimumStay):
      guard exit != Int32.min, days.contains(exit) else { return false }
      guard minimumStay, let scheme = Scheme(rawValue: rows.scheme[row]) else { return true }
      return Int(exit - rows.entry[row]) >= programme.rules.minimumStayDays[scheme] ?? 0
    default: return rows.entry[row] <= days.upperBound && (exit == Int32.min || exit >= days.lowerBound)
    }
  }

  /// The person, or for a count of paths the path itself.
  static func unit(_ rows: PathRows, _ row: Int, _ measure: Measure) -> UInt64 {
    if case .countPersons = measure { return rows.person(row) }
    return UInt64(rows.association + 1) << 32 | UInt64(row)
  }
}
