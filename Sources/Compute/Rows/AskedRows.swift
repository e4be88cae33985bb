import Domain

/// The rows of one table by which a measure counts, before its conditions.
struct AskedRows {
  /// By group: rows that are the only one of their unit.
  private(set) var single: [(group: Int, count: Int)] = []
  /// Rows whose unit has others in the month.
  private(set) var shared: [(row: Int, unit: UInt64)] = []

  init(
    _ rows: JobRows, _ groups: JobGroups, isShared: [Bool], unit: (Int) -> UInt64, where isAsked: (Int) -> Bool
  ) {
    var counts = [Int](repeating: 0, count: groups.count)
    for row in 0..<rows.count where isAsked(row) {
      if isShared[row] { shared.append((row, unit(row))) } else { counts[Int(groups.group[row])] += 1 }
    }
    for (group, count) in counts.enumerated() where count > 0 { single.append((group, count)) }
  }
}
