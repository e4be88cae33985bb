import Domain

/// Goes through the registers in use for the measures that read insertion paths.
struct PathPass {
  let programme: Programme
  let month: Month

  /// What the registers in use give one measure, by span and breakdown.
  func slices(_ tally: LeafTally, _ registers: [PathRows]) -> [LeafTally.Key: Subtotal] {
    let leaf = tally.leaf
    let slices = tally.slices.map { ($0, Slice($0.breakdown)) }
    for (from, group) in Dictionary(grouping: slices, by: \.0.from) {
      for rows in registers {
        // The days of the span in which the association is a member.
        let association = programme.associations[rows.association]
        guard let days = PathPass.days(association, from: from, to: month) else { continue }
        read(rows, leaf, days, group.map(\.1))
      }
    }
    return Dictionary(uniqueKeysWithValues: slices.map { ($0, $1.subtotal(leaf)) })
  }

  private func read(_ rows: PathRows, _ leaf: Leaf, _ days: ClosedRange<Int32>, _ slices: [Slice]) {
    let hasBlanks = !leaf.filter.optionalColumns.isEmpty
    for row in 0..<rows.count where isCandidate(rows, row, leaf.measure, days) {
      let unit = PathPass.unit(rows, row, leaf.measure)
      if hasBlanks { recordBlanks(leaf, slices, unit: unit, rows, row) }
      guard leaf.filter.accepts(rows, row) else { continue }
      for slice in slices { slice.count(unit, rows, row) }
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
