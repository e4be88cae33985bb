import Domain

/// Of the units that a figure asks a column about, which answer: by cell and column. A unit is asked where one of its rows meets
/// the other conditions, and answers where one of those has the column filled. It is a set: units of two parts of the rows can
/// be merged.
struct AnswerTable {
  private let hasSex: Bool
  /// Units, with two bits for each column and sex of its rows: asked, answers.
  private var units = UnitTable()
  /// Rows that are their own units: asked and answering, by cell and column.
  private var rows: [UInt64: [Subtotal.Answered]] = [:]
  /// As many as a unit's bits hold. No kind of export has more columns that a condition can find blank.
  static let columns = 8

  init(hasSex: Bool) { self.hasSex = hasSex }

  /// `sex` 0: the row gives none.
  @inline(__always)
  mutating func add(_ unit: UInt64, cell: UInt64, sex: UInt32, column: Int, isFilled: Bool) {
    let place = UInt64(column) * 8 + UInt64(sex) * 2
    units.add(cell: cell, unit: unit, bits: (isFilled ? 3 : 1) << place)
  }

  mutating func add(cell: UInt64, sex: UInt32, column: Int, isFilled: Bool) {
    add(
      Subtotal.Answered(asked: 1, answered: isFilled ? 1 : 0),
      cell: hasSex ? Breakdown.key(cell, sex: sex == 0 ? Breakdown.unknownSex : sex) : cell, column: column)
  }

  /// `cell`: with the sex, where the breakdown has it.
  mutating func add(_ answers: Subtotal.Answered, cell: UInt64, column: Int) {
    rows[cell, default: []].add(answers, column)
  }

  /// By cell, and by column in each. A unit stands in the cell of each sex that its rows give there; in that of the unknown
  /// where none gives any.
  func settle(into subtotal: inout Subtotal, columns: Int) {
    for (cell, counted) in rows {
      for (column, answers) in counted.enumerated() { subtotal.answer(cell, column, answers) }
    }
    units.forEach { slot in
      for column in 0..<columns {
        let bits = slot.bits >> (UInt64(column) * 8) & 0xFF
        guard bits != 0 else { continue }
        func add(_ cell: UInt64, _ bits: UInt64) {
          guard bits & 1 != 0 else { return }
          subtotal.answer(cell, column, Subtotal.Answered(asked: 1, answered: bits & 2 != 0 ? 1 : 0))
        }
        guard hasSex else {
          add(slot.cell, bits)
          continue
        }
        for sex in 1...3 { add(Breakdown.key(slot.cell, sex: UInt32(sex)), bits >> UInt64(sex * 2)) }
        if bits >> 2 == 0 { add(Breakdown.key(slot.cell, sex: Breakdown.unknownSex), bits) }
      }
    }
  }
}
