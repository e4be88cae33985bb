import Domain

/// What a measure gives in a cell.
struct LeafValue {
  var value = Rational.zero
  /// Attendance alone.
  var numerator: Rational?
  var denominator: Rational?
  /// Persons behind a sum, where they are counted.
  var contributors = 0
  /// *non-renseigne*
  var isLeftBlank = false
  /// Of the least answered column, where some answer and some do not.
  var answers: Answers?

  var isZero: Bool { value.isZero && (numerator?.isZero ?? true) && (denominator?.isZero ?? true) }

  fileprivate mutating func settle(_ columns: [Subtotal.Answered], _ leaf: Leaf) {
    for (column, count) in columns.enumerated() where count.asked > 0 {
      if count.answered == 0 { isLeftBlank = true }
      let answers = Answers(answered: count.answered, asked: count.asked, unit: leaf.unit)
      guard leaf.asksMore[column], answers.arePartial else { continue }
      if self.answers.map({ answers < $0 }) ?? true { self.answers = answers }
    }
  }
}

extension Subtotal {
  /// By cell. `persons` are those behind each sum; `months(association)` is how many months of it the association delivered.
  func values(
    of leaf: Leaf, persons: [UInt64: Int], months: (_ association: Int) -> Int
  ) -> [UInt64: LeafValue] {
    var values = counts.mapValues { LeafValue(value: Rational($0)) }
    // In one order everywhere: a sum that must be rounded on the way is the same on every machine.
    for (key, amount) in sums.sorted(by: { $0.key < $1.key }) {
      var part = Rational(amount, over: Int128(Quantity.scale))
      if key.annualHours > 0 { part = part * Rational(12 * Int128(Quantity.scale), over: Int128(key.annualHours)) }
      if case .sumStock = leaf.measure { part = part / Rational(max(1, months(Int(key.association)))) }
      values[key.cell, default: LeafValue()].value = values[key.cell, default: LeafValue()].value + part
    }
    for (cell, count) in persons { values[cell, default: LeafValue()].contributors = count }
    for (cell, fraction) in fractions {
      values[cell] = LeafValue(
        value: .zero, numerator: Rational(fraction.numerator), denominator: Rational(fraction.denominator))
    }
    for (cell, columns) in answers { values[cell, default: LeafValue()].settle(columns, leaf) }
    return values
  }
}
