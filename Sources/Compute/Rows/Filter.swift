import Domain

/// The conditions of a measure, ready to be asked row by row.
struct Filter: Sendable {
  private struct Check: Sendable {
    let field: Field
    let isNegated: Bool
    let test: Test
  }
  private enum Test: Sendable {
    /// Bit n: code n. Bit 0 is never set: a blank satisfies nothing.
    case mask(UInt64)
    case set(Set<UInt32>)
    case numbers(Set<UInt32>)
    case known
    case range(Int, Int)
  }

  private let checks: [Check]
  /// The optional columns that conditions ask about: each can leave a figure *non-renseigne*.
  let optionalColumns: [Field]

  init(_ conditions: [Condition], territory: Set<UInt32>) {
    checks = conditions.map {
      Check(field: $0.field, isNegated: $0.isExcluded, test: Filter.test($0, territory))
    }
    var columns: [Field] = []
    for check in checks where check.field.isOptional {
      let column = check.field.column
      if !columns.contains(column) { columns.append(column) }
    }
    optionalColumns = columns
  }

  private static func test(_ condition: Condition, _ territory: Set<UInt32>) -> Test {
    switch condition.test {
    case .known: return .known
    case .range(let from, let to): return .range(from ?? Int.min, to ?? Int.max)
    case .withinTerritory: return .set(territory)
    case .oneOf(let codes):
      if condition.field.isNumber { return .numbers(codes) }
      guard codes.allSatisfy({ $0 < 64 }) else { return .set(codes) }
      return .mask(codes.reduce(0) { $0 | 1 << UInt64($1) })
    }
  }

  /// Whether a condition on a column asks for more than that it is filled.
  func asksMore(of column: Field) -> Bool {
    checks.contains { check in
      if case .known = check.test { return false }
      return check.field.column == column
    }
  }

  @inline(__always)
  func accepts(_ rows: some CodedRows, _ row: Int) -> Bool {
    for check in checks where !passes(check, rows, row) { return false }
    return true
  }

  /// Whether a row meets every condition but those on `column`.
  func accepts(_ rows: some CodedRows, _ row: Int, asidesFrom column: Field) -> Bool {
    for check in checks where check.field.column != column && !passes(check, rows, row) { return false }
    return true
  }

  @inline(__always)
  private func passes(_ check: Check, _ rows: some CodedRows, _ row: Int) -> Bool {
    let isMet: Bool
    switch check.test {
    case .mask(let mask):
      let code = rows.code(check.field, row)
      isMet = code < 64 && mask & (1 << UInt64(code)) != 0
    case .set(let codes): isMet = codes.contains(rows.code(check.field, row))
    case .numbers(let numbers): isMet = rows.number(check.field, row).map { numbers.contains(UInt32($0)) } ?? false
    case .known: isMet = rows.code(check.field, row) != 0
    case .range(let from, let to):
      isMet = rows.number(check.field, row).map { $0 >= from && $0 <= to } ?? false
    }
    return isMet != check.isNegated
  }
}
