/// The persons behind the sums of each cell, each once: an employee of an association; where a row names none, whoever holds its
/// job. A job that is named in one row and blank in another may be one person: fewer are counted, and more is hidden.
struct ContributorTable: Sendable {
  /// Employees, and with the highest bit jobs: of these, bit 0 is a row without an employee, bit 1 one with.
  private var units = UnitTable()
  private static let job: UInt64 = 1 << 63

  /// `employee` 0: nobody is named.
  mutating func add(cell: UInt64, association: Int, employee: UInt32, job: UInt32) {
    let own = UInt64(association + 1) << 32
    if employee != 0 { units.add(cell: cell, unit: own | UInt64(employee), bits: 1) }
    units.add(cell: cell, unit: ContributorTable.job | own | UInt64(job), bits: employee == 0 ? 1 : 2)
  }

  /// The persons of other rows as well.
  mutating func unite(_ other: ContributorTable) {
    other.units.forEach { units.add(cell: $0.cell, unit: $0.unit, bits: $0.bits) }
  }

  func counts() -> [UInt64: Int] {
    var counts: [UInt64: Int] = [:]
    units.forEach { slot in
      let isJob = slot.unit & ContributorTable.job != 0
      if !isJob || slot.bits & 2 == 0 { counts[slot.cell, default: 0] += 1 }
    }
    return counts
  }
}
