import Domain

/// What some rows give a measure in the cells of one breakdown: numbers of units and sums. Parts of rows that share no unit
/// add up, and can be taken away again.
struct Subtotal: Hashable, Sendable {
  /// Distinct units by cell.
  var counts: [UInt64: Int] = [:]
  /// Sums in ten-thousandths, kept apart by association (for the mean of its months) and by the annual hours that turn
  /// them into FTE (0: they are in the unit already).
  var sums: [SumKey: Int128] = [:]
  /// Numerators and denominators by cell.
  var fractions: [UInt64: Fraction] = [:]
  /// By cell: of each column that may be left blank, how many units were asked and how many answer.
  var answers: [UInt64: [Answered]] = [:]

  struct SumKey: Hashable, Comparable {
    let cell: UInt64
    let association: Int32
    let annualHours: Int64
    static func < (a: SumKey, b: SumKey) -> Bool {
      (a.cell, a.association, a.annualHours) < (b.cell, b.association, b.annualHours)
    }
  }

  struct Fraction: Hashable {
    var numerator = 0
    var denominator = 0
  }

  struct Answered: Hashable, AdditiveArithmetic {
    var asked = 0
    var answered = 0
    static let zero = Answered()
    static func + (a: Subtotal.Answered, b: Subtotal.Answered) -> Subtotal.Answered {
      Subtotal.Answered(asked: a.asked + b.asked, answered: a.answered + b.answered)
    }
    static func - (a: Subtotal.Answered, b: Subtotal.Answered) -> Subtotal.Answered {
      Subtotal.Answered(asked: a.asked - b.asked, answered: a.answered - b.answered)
    }
  }

  static func += (subtotal: inout Subtotal, other: Subtotal) { subtotal.add(other, times: 1) }
  /// Of what was added before. Cells stay, with 0 in them.
  static func -= (subtotal: inout Subtotal, other: Subtotal) { subtotal.add(other, times: -1) }

  private mutating func add(_ other: Subtotal, times sign: Int) {
    for (cell, count) in other.counts { counts[cell, default: 0] += sign * count }
    for (key, amount) in other.sums { sums[key, default: 0] += Int128(sign) * amount }
    for (cell, fraction) in other.fractions {
      fractions[cell, default: Fraction()].numerator += sign * fraction.numerator
      fractions[cell, default: Fraction()].denominator += sign * fraction.denominator
    }
    for (cell, columns) in other.answers {
      for (column, answers) in columns.enumerated() {
        answer(cell, column, sign < 0 ? .zero - answers : answers)
      }
    }
  }

  mutating func answer(_ cell: UInt64, _ column: Int, _ more: Answered) { answers[cell, default: []].add(more, column) }
}

extension [Subtotal.Answered] {
  /// By column.
  mutating func add(_ more: Subtotal.Answered, _ column: Int) {
    while count <= column { append(.zero) }
    self[column] += more
  }
}
