import Domain

/// What one measure gives over the months since `from`, in each cell of one breakdown. Accumulators of two parts of the
/// rows can be merged: everything here is a set or a sum.
final class Slice {
  let from: Month
  let breakdown: Breakdown

  /// Units counted once a cell. Where the breakdown is by sex, bits say which sexes the unit's rows give in the cell; bit 0:
  /// a row that gives none.
  private var units = UnitTable()
  /// Sums in ten-thousandths, kept apart by association (for the mean of its months) and by the annual hours that turn
  /// them into FTE (0: they are in the unit already).
  private(set) var sums: [SumKey: Int128] = [:]
  /// Numerator and denominator that add up.
  private(set) var fractions: [UInt64: (Int, Int)] = [:]
  /// By cell, two bits a column that may be left blank: rows meet the other conditions; one of them has it filled.
  private(set) var evidence: [UInt64: UInt32] = [:]
  /// Where the breakdown is by sex, by unit, three bits a column: a row that meets the other conditions gives the sex; one
  /// that does not is there; one of those has the column filled. A unit is of unknown sex only when all its rows are read.
  private var sexEvidence: [Unit: UInt64] = [:]

  struct Unit: Hashable {
    let cell: UInt64
    let unit: UInt64
  }
  struct SumKey: Hashable, Comparable {
    let cell: UInt64
    let association: Int32
    let annualHours: Int64
    static func < (a: SumKey, b: SumKey) -> Bool {
      (a.cell, a.association, a.annualHours) < (b.cell, b.association, b.annualHours)
    }
  }

  init(from: Month, breakdown: Breakdown) {
    self.from = from
    self.breakdown = breakdown
  }

  /// Counts a unit in the cell of one of its rows.
  func count(_ unit: UInt64, _ rows: some CodedRows, _ row: Int) { count([unit], rows, [row]) }

  /// Counts units in the cells of their rows: `units[n]` is that of `kept[n]`.
  func count(_ units: [UInt64], _ rows: some CodedRows, _ kept: [Int]) {
    // Taken out and put back: a class checks each access to what it stores.
    var table = self.units
    self.units = UnitTable()
    let hasSex = breakdown.hasSex
    table.reserve(units.count)
    for (unit, row) in zip(units, kept) {
      guard let key = breakdown.key(rows, row) else { continue }
      table.add(cell: key, unit: unit, bits: hasSex ? 1 << UInt8(rows.code(.sexe, row)) : 0)
    }
    self.units = table
  }

  func add(_ amount: Int64, annualHours: Int64, association: Int, _ rows: some CodedRows, _ row: Int) {
    guard let key = cell(rows, row) else { return }
    sums[SumKey(cell: key, association: Int32(association), annualHours: annualHours), default: 0] += Int128(amount)
  }

  func add(numerator: Int, denominator: Int, _ rows: some CodedRows, _ row: Int) {
    guard let key = cell(rows, row) else { return }
    let old = fractions[key] ?? (0, 0)
    fractions[key] = (old.0 + numerator, old.1 + denominator)
  }

  /// `unit` is what the measure counts; nil where each row is its own.
  func record(column: Int, isFilled: Bool, unit: UInt64?, _ rows: some CodedRows, _ row: Int) {
    guard let key = breakdown.key(rows, row) else { return }
    let bits: UInt32 = (isFilled ? 3 : 1) << UInt32(column * 2)
    guard breakdown.hasSex else {
      evidence[key, default: 0] |= bits
      return
    }
    let sex = rows.code(.sexe, row)
    guard let unit else {
      evidence[Breakdown.key(key, sex: sex == 0 ? Breakdown.unknownSex : sex), default: 0] |= bits
      return
    }
    if sex != 0 { evidence[Breakdown.key(key, sex: sex), default: 0] |= bits }
    let told: UInt64 = sex != 0 ? 1 : isFilled ? 6 : 2
    sexEvidence[Unit(cell: key, unit: unit), default: 0] |= told << UInt64(column * 3)
  }

  /// Puts the rows of units whose sex nobody gives into their cell. Once, when all rows are read.
  func settleSexes(columns: Int) {
    for (unit, told) in sexEvidence {
      for column in 0..<columns where told >> UInt64(column * 3) & 3 == 2 {
        let isFilled = told >> UInt64(column * 3) & 4 != 0
        evidence[Breakdown.key(unit.cell, sex: Breakdown.unknownSex), default: 0] |=
          (isFilled ? 3 : 1) << UInt32(column * 2)
      }
    }
    sexEvidence = [:]
  }

  /// The cell of a row that is its own unit.
  private func cell(_ rows: some CodedRows, _ row: Int) -> UInt64? {
    guard let key = breakdown.key(rows, row) else { return nil }
    guard breakdown.hasSex else { return key }
    let sex = rows.code(.sexe, row)
    return Breakdown.key(key, sex: sex == 0 ? Breakdown.unknownSex : sex)
  }

  /// Distinct units by cell.
  func counts() -> [UInt64: Int] {
    var table = NumberTable(0)
    let hasSex = breakdown.hasSex
    units.forEach { slot in
      guard hasSex else {
        table.update(slot.cell) { $0 += 1 }
        return
      }
      let known = slot.bits >> 1
      if known == 0 { table.update(Breakdown.key(slot.cell, sex: Breakdown.unknownSex)) { $0 += 1 } }
      for sex in 1...3 where known & (1 << UInt8(sex - 1)) != 0 {
        table.update(Breakdown.key(slot.cell, sex: UInt32(sex))) { $0 += 1 }
      }
    }
    var counts: [UInt64: Int] = [:]
    table.forEach { counts[$0] = $1 }
    return counts
  }

  /// Rows stand in the cell that meet the other conditions of one of the columns, but none has it filled.
  func isLeftBlank(_ cell: UInt64, columns: Int) -> Bool {
    guard let bits = evidence[cell] else { return false }
    return (0..<columns).contains { bits >> UInt32($0 * 2) & 3 == 1 }
  }
}
