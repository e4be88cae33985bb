import Domain

/// Goes through one association's `etp` files in month order and adds up what each month gives every measure that reads
/// them. Rows that no condition and no breakdown tells apart are asked together; units are told apart row by row.
package struct JobParts {
  private let asked: [AskedLeaf]
  /// What they ask of a row.
  private let fields: Set<Field>
  private let programme: Programme
  private let reference: Reference
  private var firsts: JobFirsts
  package private(set) var parts: MonthlyParts

  package init(_ computation: Computation) {
    asked = computation.asked.filter { $0.leaf.measure.kind == .etp }
    fields = asked.reduce(into: []) { fields, asked in
      fields.formUnion(asked.leaf.jobFields)
      for slice in asked.slices { fields.formUnion(slice.breakdown.dimensions.map(\.field)) }
    }
    programme = computation.programme
    reference = computation.reference
    firsts = JobFirsts(computation.programme)
    parts = computation.noParts
  }

  /// The rows of one month: of one file, or of pieces of it.
  package mutating func read(_ tables: [JobRows], of month: Month) {
    for rows in tables { firsts.learn(rows) }
    var rows = JobMonth(tables, toldApartBy: fields)
    for asked in asked {
      let (leaf, wanted) = (asked.leaf, asked.slices(reaching: month))
      guard !wanted.isEmpty else { continue }
      let slices = wanted.map { Slice($0.breakdown) }
      if leaf.measure.isSum {
        addSums(&rows, leaf, slices)
      } else {
        addCounts(&rows, leaf, rows.rows(askedBy: leaf.measure, firsts), slices)
      }
      for (slice, asked) in zip(slices, wanted) {
        parts.add(slice.subtotal(leaf), to: asked.series, month)
        guard leaf.measure.isSum, programme.confidentiality.hidesSums else { continue }
        parts.add(slice.contributors, to: asked.series, month)
      }
      guard leaf.measure.countsInItsMonthAlone else { continue }
      let now = wanted.map { Slice($0.breakdown) }
      addCounts(&rows, leaf, rows.rows(askedBy: leaf.measure, isNow: true, firsts), now)
      for (slice, asked) in zip(now, wanted) { parts.add(now: slice.subtotal(leaf), to: asked.series, month) }
    }
  }

  private func addCounts(_ month: inout JobMonth, _ leaf: Leaf, _ asked: [AskedRows], _ slices: [Slice]) {
    let cells = slices.map { month.cells(of: $0.breakdown) }
    for (place, asked) in asked.enumerated() {
      let (rows, groups) = (month.tables[place], month.groups[place])
      for (column, isAsked, isFilled) in blanks(leaf, rows, groups) {
        let counts = asked.single.filter { isAsked[$0.group] }.map {
          (group: $0.group, amount: Subtotal.Answered(asked: $0.count, answered: isFilled[$0.group] ? $0.count : 0))
        }
        for (slice, cells) in zip(slices, cells) { slice.record(column: column, cells[place].sums(counts)) }
      }
      let accepted = groups.row.map { leaf.filter.accepts(rows, $0) }
      let counts = asked.single.filter { accepted[$0.group] }.map { (group: $0.group, amount: $0.count) }
      for (slice, cells) in zip(slices, cells) { slice.count(cells[place].sums(counts)) }
      addShared(asked.shared, rows, groups, accepted, leaf, slices)
    }
  }

  /// Rows whose unit has others: it is counted once a cell, by whom it is.
  private func addShared(
    _ shared: [(row: Int, unit: UInt64)], _ rows: JobRows, _ groups: JobGroups, _ accepted: [Bool], _ leaf: Leaf,
    _ slices: [Slice]
  ) {
    guard !shared.isEmpty else { return }
    let hasBlanks = !leaf.filter.optionalColumns.isEmpty
    var kept: [Int] = []
    var units: [UInt64] = []
    for (row, unit) in shared {
      if hasBlanks { recordBlanks(leaf, slices, unit: unit, rows, row) }
      let group = Int(groups.group[row])
      guard accepted[group] else { continue }
      kept.append(group)
      units.append(unit)
    }
    guard !units.isEmpty else { return }
    for slice in slices { slice.count(units, rows, groups, kept) }
  }

  private func addSums(_ month: inout JobMonth, _ leaf: Leaf, _ slices: [Slice]) {
    let cells = slices.map { month.cells(of: $0.breakdown) }
    for (place, rows) in month.tables.enumerated() {
      let groups = month.groups[place]
      let accepted = groups.row.map { leaf.filter.accepts(rows, $0) }
      var blanks = blanks(leaf, rows, groups)
      if let own = leaf.ownColumn {
        blanks.append(
          (leaf.filter.optionalColumns.count, accepted, groups.row.map { rows.code(own, $0) != 0 }))
      }
      for (column, isAsked, isFilled) in blanks {
        let counts = isAsked.indices.filter { isAsked[$0] }.map { group in
          let count = groups.rowCounts[group]
          return (group: group, amount: Subtotal.Answered(asked: count, answered: isFilled[group] ? count : 0))
        }
        for (slice, cells) in zip(slices, cells) { slice.record(column: column, cells[place].sums(counts)) }
      }
      var amounts: [Int64: [(group: Int, amount: Int128)]] = [:]
      for group in 0..<groups.count where accepted[group] {
        guard let (amount, annual) = groups.amount(group, rows, leaf.measure, reference) else { continue }
        amounts[annual, default: []].append((group, Int128(amount)))
      }
      for (annual, amounts) in amounts {
        for (slice, cells) in zip(slices, cells) {
          slice.add(cells[place].sums(amounts), annualHours: annual, association: rows.association)
        }
      }
      guard programme.confidentiality.hidesSums else { continue }
      contribute(rows, groups, accepted, leaf, slices)
    }
  }

  private func contribute(_ rows: JobRows, _ groups: JobGroups, _ accepted: [Bool], _ leaf: Leaf, _ slices: [Slice]) {
    // A row that adds 0 has nobody behind it.
    let kept = (0..<rows.count).filter { row in
      guard accepted[Int(groups.group[row])] else { return false }
      let amount = rows.amount(
        row, leaf.measure, reference, fullTimeEquivalent: Int64(max(rows.fullTimeEquivalent[row], 0)),
        hours: max(rows.hours[row], 0))
      return (amount?.0 ?? 0) > 0
    }
    for slice in slices { slice.contribute(rows, kept) }
  }

  /// Of each optional column of the conditions: which groups meet the others, and which have it filled.
  private func blanks(
    _ leaf: Leaf, _ rows: JobRows, _ groups: JobGroups
  ) -> [(column: Int, isAsked: [Bool], isFilled: [Bool])] {
    leaf.filter.optionalColumns.enumerated().map { index, column in
      (
        index, groups.row.map { leaf.filter.accepts(rows, $0, asidesFrom: column) },
        groups.row.map { rows.code(column, $0) != 0 }
      )
    }
  }
}
