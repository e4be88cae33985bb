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
  /// Who stands behind the sums; empty where nobody asks.
  private var contributors = ContributorTable()
  /// Who answers in the columns that may be left blank.
  private(set) var answers: AnswerTable

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
    answers = AnswerTable(hasSex: breakdown.hasSex)
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
      table.add(cell: key, unit: unit, bits: hasSex ? 1 << UInt64(rows.code(.sexe, row)) : 0)
    }
    self.units = table
  }

  func add(_ amount: Int64, annualHours: Int64, association: Int, _ rows: some CodedRows, _ row: Int) {
    guard let key = cell(rows, row) else { return }
    sums[SumKey(cell: key, association: Int32(association), annualHours: annualHours), default: 0] += Int128(amount)
  }

  /// The persons of rows that add something to the cells' sums.
  func contribute(_ rows: JobRows, _ kept: [Int]) {
    // Taken out and put back, as the units are.
    var table = contributors
    contributors = ContributorTable()
    for row in kept {
      guard let key = cell(rows, row) else { continue }
      table.add(cell: key, association: rows.association, employee: rows.employee[row], job: rows.job[row])
    }
    contributors = table
  }

  /// By cell.
  func contributorCounts() -> [UInt64: Int] { contributors.counts() }

  func add(numerator: Int, denominator: Int, _ rows: some CodedRows, _ row: Int) {
    guard let key = cell(rows, row) else { return }
    let old = fractions[key] ?? (0, 0)
    fractions[key] = (old.0 + numerator, old.1 + denominator)
  }

  /// A row that meets the other conditions: `unit` is what the measure counts; nil where each row is its own, and stands for
  /// `count` like it.
  func record(column: Int, isFilled: Bool, unit: UInt64?, _ rows: some CodedRows, _ row: Int, count: Int = 1) {
    guard let key = breakdown.key(rows, row) else { return }
    let sex = breakdown.hasSex ? rows.code(.sexe, row) : 0
    if let unit {
      answers.add(unit, cell: key, sex: sex, column: column, isFilled: isFilled)
    } else {
      answers.add(rows: count, cell: key, sex: sex, column: column, isFilled: isFilled)
    }
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
      for sex in 1...3 where known & (1 << UInt64(sex - 1)) != 0 {
        table.update(Breakdown.key(slot.cell, sex: UInt32(sex))) { $0 += 1 }
      }
    }
    var counts: [UInt64: Int] = [:]
    table.forEach { counts[$0] = $1 }
    return counts
  }
}
