import Domain

/// Another engine's answers, as figures look for them: by leaf, span, breakdown and month.
struct LeafAnswers {
  private struct Key: Hashable {
    let leaf: String
    let breakdown: Breakdown
    let month: Month
    /// Empty: what a month alone gives.
    let span: String
  }

  private let result: LeafResult
  private let start: Month
  private var subtotals: [Key: Subtotal] = [:]
  private var now: [Key: Subtotal] = [:]
  private var persons: [Key: [UInt64: Int]] = [:]

  /// `leaves` are those that the figures will ask for.
  init(_ result: LeafResult, _ leaves: [LeafTally], start: Month) {
    self.result = result
    self.start = start
    for tally in leaves { take(tally) }
  }

  private mutating func take(_ tally: LeafTally) {
    let (leaf, id) = (tally.leaf, tally.leaf.term.leafID)
    for breakdown in Set(tally.slices.map(\.breakdown)) {
      let shape = AnswerShape(breakdown, leaf.measure)
      func add(
        _ part: LeafRow.Part, to subtotals: WritableKeyPath<LeafAnswers, [Key: Subtotal]>,
        _ take: (inout Subtotal, LeafRow, UInt64) -> Void
      ) {
        for row in result.rows(id, part) {
          guard let cell = shape.cell(row) else { continue }
          take(&self[keyPath: subtotals][key(id, breakdown, row, leaf), default: Subtotal()], row, cell)
        }
      }
      add(.value, to: \.subtotals) { $0.take($1, leaf, $2) }
      add(.expected, to: \.subtotals) { $0.fractions[$2, default: .init()].denominator += Int($1.value ?? 0) }
      add(.now, to: \.now) { $0.take($1, leaf, $2) }
      for (column, field) in leaf.optionalColumns.enumerated() where column > 0 {
        add(.answers(field), to: \.subtotals) { $0.answer($2, column, $1.answers) }
        add(.answersNow(field), to: \.now) { $0.answer($2, column, $1.answers) }
      }
      let own = AnswerShape(breakdown)
      for row in result.rows(id, .persons) {
        guard let cell = own.cell(row) else { continue }
        persons[Key(leaf: id, breakdown: breakdown, month: row.month, span: row.span), default: [:]][cell] =
          Int(row.value ?? 0)
      }
    }
  }

  private func key(_ id: String, _ breakdown: Breakdown, _ row: LeafRow, _ leaf: Leaf) -> Key {
    Key(leaf: id, breakdown: breakdown, month: row.month, span: leaf.measure.kind == .beneficiaires ? row.span : "")
  }

  /// As ``MonthlyParts/subtotal(_:_:from:month:)``.
  func subtotal(_ leaf: Leaf, _ slice: LeafTally.Key, month: Month) -> (Subtotal, persons: [UInt64: Int]) {
    let id = leaf.term.leafID
    let span = LeafSpan(from: slice.from, to: month, start: start)
    let persons = persons[Key(leaf: id, breakdown: slice.breakdown, month: month, span: span.id)] ?? [:]
    func own(_ month: Month, _ span: String = "") -> Key {
      Key(leaf: id, breakdown: slice.breakdown, month: month, span: span)
    }
    if leaf.measure.kind == .beneficiaires { return (subtotals[own(month, span.id)] ?? Subtotal(), persons) }
    let first = leaf.measure.first(slice.from, to: month, start: start)
    var subtotal = Subtotal()
    guard first <= month else { return (subtotal, persons) }
    for month in first...month { if let part = subtotals[own(month)] { subtotal += part } }
    if let part = now[own(month)] { subtotal += part }
    return (subtotal, persons)
  }
}

/// Which rows of a leaf stand in a breakdown's cells, and in which.
private struct AnswerShape {
  private let dimensions: [Dimension]
  /// Those of the rows: a sum is kept apart by association as well.
  private let rows: Set<Dimension>

  init(_ breakdown: Breakdown) {
    dimensions = breakdown.dimensions
    rows = Set(dimensions)
  }

  init(_ breakdown: Breakdown, _ measure: Measure) {
    dimensions = breakdown.dimensions
    rows = Set(dimensions).union(measure.isSum ? [.association] : [])
  }

  /// nil: of another breakdown.
  func cell(_ row: LeafRow) -> UInt64? {
    guard row.cell.count == rows.count, rows.allSatisfy({ row.cell[$0] != nil }) else { return nil }
    return dimensions.reduce(0) { $0 << 32 | UInt64(row.cell[$1] ?? 0) }
  }
}

extension LeafRow {
  fileprivate var answers: Subtotal.Answered { .init(asked: asked ?? 0, answered: answered ?? 0) }
}

extension Subtotal {
  fileprivate mutating func take(_ row: LeafRow, _ leaf: Leaf, _ cell: UInt64) {
    let value = Int(row.value ?? 0)
    switch leaf.measure {
    case .sumStock, .sumFlow:
      let association = Int32(truncatingIfNeeded: Int(row.cell[.association] ?? 0) - 1)
      sums[SumKey(cell: cell, association: association, annualHours: row.annualHours), default: 0] += Int128(value)
    case .sumMeetings:
      sums[SumKey(cell: cell, association: 0, annualHours: 0), default: 0] += Int128(value)
    case .attendance: fractions[cell, default: .init()].numerator += value
    default: counts[cell, default: 0] += value
    }
    if !leaf.optionalColumns.isEmpty { answer(cell, 0, row.answers) }
  }
}
