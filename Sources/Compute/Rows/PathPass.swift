import Domain

/// Goes through the registers in use for the measures that read insertion paths.
struct PathPass {
  let programme: Programme
  let month: Month

  /// What the registers in use give one measure, by span and breakdown.
  func slices(_ tally: LeafTally, _ registers: [PathRows]) -> [LeafTally.Key: Subtotal] {
    let leaf = tally.leaf
    let slices = tally.slices.map { ($0, Slice($0.breakdown)) }
    let spans = Dictionary(grouping: slices, by: \.0.from).mapValues { $0.map(\.1) }
    for rows in registers {
      let association = programme.associations[rows.association]
      let accepted = (0..<rows.count).map { leaf.filter.accepts(rows, $0) }
      for (from, slices) in spans {
        // The days of the span in which the association is a member.
        guard let days = PathPass.days(association, from: from, to: month) else { continue }
        read(rows, leaf, accepted, days, slices)
      }
    }
    return Dictionary(uniqueKeysWithValues: slices.map { ($0, $1.subtotal(leaf)) })
  }

  private func read(
    _ rows: PathRows, _ leaf: Leaf, _ accepted: [Bool], _ days: ClosedRange<Int32>, _ slices: [Slice]
  ) {
    let hasBlanks = !leaf.filter.optionalColumns.isEmpty
    var kept: [Int] = []
    var units: [UInt64] = []
    for row in 0..<rows.count where isCandidate(rows, row, leaf.measure, days) {
      let unit = PathPass.unit(rows, row, leaf.measure)
      if hasBlanks { recordBlanks(leaf, slices, unit: unit, rows, row) }
      guard accepted[row] else { continue }
      kept.append(row)
      units.append(unit)
    }
    guard !units.isEmpty else { return }
    for slice in slices { slice.count(units, rows, kept) }
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
