import Domain

/// What one measure's rows give in each cell of one breakdown, while they are read. Everything here is a set or a sum.
final class Slice {
  let breakdown: Breakdown

  /// Units counted once a cell. Where the breakdown is by sex, bits say which sexes the unit's rows give in the cell; bit 0:
  /// a row that gives none.
  private var units = UnitTable()
  /// Units that stand in one row, by cell.
  private var single: [UInt64: Int] = [:]
  private var sums: [Subtotal.SumKey: Int128] = [:]
  /// Numerators and denominators that add up.
  private var fractions: [UInt64: Subtotal.Fraction] = [:]
  /// Who stands behind the sums; empty where nobody asks.
  private(set) var contributors = ContributorTable()
  /// Who answers in the columns that may be left blank.
  private var answers: AnswerTable

  init(_ breakdown: Breakdown) {
    self.breakdown = breakdown
    answers = AnswerTable(hasSex: breakdown.hasSex)
  }

  /// Counts a unit in the cell of one of its rows.
  func count(_ unit: UInt64, _ rows: some CodedRows, _ row: Int) {
    guard let key = breakdown.key(rows, row) else { return }
    units.add(cell: key, unit: unit, bits: breakdown.hasSex ? 1 << UInt64(rows.code(.sexe, row)) : 0)
  }

  /// Counts units in the cells of their rows: `units[n]` is that of `kept[n]`.
  func count(_ units: [UInt64], _ rows: PathRows, _ kept: [Int]) {
    // Taken out and put back: a class checks each access to what it stores.
    var table = self.units
    self.units = UnitTable()
    table.reserve(units.count)
    let hasSex = breakdown.hasSex
    for (unit, row) in zip(units, kept) {
      guard let key = breakdown.key(rows, row) else { continue }
      table.add(cell: key, unit: unit, bits: hasSex ? 1 << UInt64(rows.sex[row]) : 0)
    }
    self.units = table
  }

  /// Counts units in the cells of their rows: `units[n]` is that of a row of group `groups[n]`.
  func count(_ units: [UInt64], _ rows: JobRows, _ groups: JobGroups, _ kept: [Int]) {
    // Taken out and put back: a class checks each access to what it stores.
    var table = self.units
    self.units = UnitTable()
    table.reserve(units.count)
    let hasSex = breakdown.hasSex
    let cells = groups.row.map { breakdown.key(rows, $0) }
    for (unit, group) in zip(units, kept) {
      guard let cell = cells[group] else { continue }
      table.add(cell: cell, unit: unit, bits: hasSex ? 1 << UInt64(rows.sex[groups.row[group]]) : 0)
    }
    self.units = table
  }

  /// Counts units that no other row of what is read tells of.
  func count(_ counts: [(cell: UInt64, sum: Int)]) {
    for (cell, count) in counts { single[cell, default: 0] += count }
  }

  /// The same of sums, in the cells of their rows.
  func add(_ amounts: [(cell: UInt64, sum: Int128)], annualHours: Int64, association: Int) {
    for (cell, amount) in amounts {
      sums[Subtotal.SumKey(cell: cell, association: Int32(association), annualHours: annualHours), default: 0] += amount
    }
  }

  func add(_ amount: Int64, annualHours: Int64, association: Int, _ rows: some CodedRows, _ row: Int) {
    guard let key = cell(rows, row) else { return }
    sums[
      Subtotal.SumKey(cell: key, association: Int32(association), annualHours: annualHours), default: 0] += Int128(
        amount)
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

  func add(numerator: Int, denominator: Int, _ rows: some CodedRows, _ row: Int) {
    guard let key = cell(rows, row) else { return }
    fractions[key, default: Subtotal.Fraction()].numerator += numerator
    fractions[key, default: Subtotal.Fraction()].denominator += denominator
  }

  /// A row that meets the other conditions: `unit` is what the measure counts; nil where each row is its own.
  func record(column: Int, isFilled: Bool, unit: UInt64?, _ rows: some CodedRows, _ row: Int) {
    guard let key = breakdown.key(rows, row) else { return }
    let sex = breakdown.hasSex ? rows.code(.sexe, row) : 0
    if let unit {
      answers.add(unit, cell: key, sex: sex, column: column, isFilled: isFilled)
    } else {
      answers.add(cell: key, sex: sex, column: column, isFilled: isFilled)
    }
  }

  /// The same of rows that are the only one of their unit, or units themselves, in the cells of their rows.
  func record(column: Int, _ answers: [(cell: UInt64, sum: Subtotal.Answered)]) {
    for (cell, answered) in answers { self.answers.add(answered, cell: cell, column: column) }
  }

  /// The cell of a row that is its own unit.
  private func cell(_ rows: some CodedRows, _ row: Int) -> UInt64? {
    guard let key = breakdown.key(rows, row) else { return nil }
    guard breakdown.hasSex else { return key }
    let sex = rows.code(.sexe, row)
    return Breakdown.key(key, sex: sex == 0 ? Breakdown.unknownSex : sex)
  }

  /// All of it as numbers.
  func subtotal(_ leaf: Leaf) -> Subtotal {
    var subtotal = Subtotal(counts: counts(), sums: sums, fractions: fractions)
    if !leaf.optionalColumns.isEmpty { answers.settle(into: &subtotal, columns: leaf.optionalColumns.count) }
    return subtotal
  }

  /// Distinct units by cell.
  private func counts() -> [UInt64: Int] {
    var counts = single
    guard units.count > 0 else { return counts }
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
    table.forEach { counts[$0, default: 0] += $1 }
    return counts
  }
}
