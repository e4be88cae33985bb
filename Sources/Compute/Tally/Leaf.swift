import Domain

/// A measure that reads rows, with the conditions of everything around it, and what it gives for each span of months and
/// breakdown that some figure asks for.
final class Leaf {
  let measure: Measure
  let filter: Filter
  let conditions: [Condition]
  private(set) var slices: [Slice] = []
  private var positions: [SliceKey: Int] = [:]
  private var values: [[UInt64: LeafValue]] = []

  private struct SliceKey: Hashable {
    let from: Month
    let breakdown: Breakdown
  }

  init(_ term: Term, territory: Set<UInt32>) {
    measure = term.measure
    conditions = term.conditions
    filter = Filter(term.conditions, territory: territory)
  }

  func require(from: Month, _ breakdown: Breakdown) {
    let key = SliceKey(from: from, breakdown: breakdown)
    guard positions[key] == nil else { return }
    positions[key] = slices.count
    slices.append(Slice(from: from, breakdown: breakdown))
  }

  /// Columns that may be left blank: those of the conditions, then the one the measure sums.
  var optionalColumns: [Field] { filter.optionalColumns + (ownColumn.map { [$0] } ?? []) }

  /// The column it sums, where no condition asks about it already.
  private(set) lazy var ownColumn: Field? = summedColumn.flatMap { filter.optionalColumns.contains($0) ? nil : $0 }

  /// By optional column: more is asked of it than whether it is known. Who counts answers counts all of them, and is not
  /// partial for those who give none.
  private(set) lazy var asksMore: [Bool] = optionalColumns.map { $0 == summedColumn || filter.asksMore(of: $0) }

  /// What its columns are asked of.
  private var unit: Answers.Unit {
    switch measure {
    case .countStock(.salarie): return .employees
    case .countPersons: return .persons
    case .countPaths: return .paths
    case .countMeetings, .sumMeetings, .attendance: return .meetings
    case .sumStock, .sumFlow: return .rows
    default: return .jobs
    }
  }

  var summedColumn: Field? {
    switch measure {
    case .sumStock(.heures, _), .sumFlow(.heures): return .heures
    case .sumMeetings(.participants): return .participants
    case .sumMeetings(.partenaires): return .partenaires
    case .attendance: return .membres
    default: return nil
    }
  }

  /// `months(association, from)` is how many months of it the association delivered.
  func settle(months: (_ association: Int, _ from: Month) -> Int) {
    let columns = optionalColumns.count
    values = slices.map { slice in
      var values: [UInt64: LeafValue] = [:]
      for (cell, count) in slice.counts() { values[cell] = LeafValue(value: Rational(count)) }
      // In one order everywhere: a sum that must be rounded on the way is the same on every machine.
      for (key, amount) in slice.sums.sorted(by: { $0.key < $1.key }) {
        var part = Rational(amount, over: Int128(Quantity.scale))
        if key.annualHours > 0 { part = part * Rational(12 * Int128(Quantity.scale), over: Int128(key.annualHours)) }
        if case .sumStock = measure { part = part / Rational(max(1, months(Int(key.association), slice.from))) }
        values[key.cell, default: LeafValue()].value = values[key.cell, default: LeafValue()].value + part
      }
      for (cell, count) in slice.contributorCounts() { values[cell, default: LeafValue()].contributors = count }
      for (cell, (numerator, denominator)) in slice.fractions {
        values[cell] = LeafValue(
          value: .zero, numerator: Rational(numerator), denominator: Rational(denominator))
      }
      if columns > 0 {
        for (cell, answers) in slice.answers.settled(columns: columns) {
          values[cell, default: LeafValue()].settle(answers, asksMore, unit)
        }
      }
      return values
    }
  }

  func value(from: Month, _ breakdown: Breakdown, _ cell: UInt64) -> LeafValue {
    guard let position = positions[SliceKey(from: from, breakdown: breakdown)] else {
      preconditionFailure("a figure asks for a slice that was not required")
    }
    return values[position][cell] ?? LeafValue()
  }

  /// Cells with something other than 0.
  func cells(from: Month, _ breakdown: Breakdown) -> [UInt64] {
    guard let position = positions[SliceKey(from: from, breakdown: breakdown)] else { return [] }
    return values[position].filter { !$0.value.isZero }.map(\.key)
  }
}

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

  fileprivate mutating func settle(_ columns: [(asked: Int, answered: Int)], _ asksMore: [Bool], _ unit: Answers.Unit) {
    for (column, count) in columns.enumerated() where count.asked > 0 {
      if count.answered == 0 { isLeftBlank = true }
      let answers = Answers(answered: count.answered, asked: count.asked, unit: unit)
      guard asksMore[column], answers.arePartial else { continue }
      if self.answers.map({ answers < $0 }) ?? true { self.answers = answers }
    }
  }

  var isZero: Bool { value.isZero && (numerator?.isZero ?? true) && (denominator?.isZero ?? true) }
}
