import Domain

/// Goes through one association's `etp` files in month order and adds up what each month gives every measure that reads
/// them. Rows that no condition and no breakdown tells apart are asked together; units are told apart row by row.
struct JobParts {
  private let asked: [AskedLeaf]
  private let programme: Programme
  private let reference: Reference
  private var firsts: JobFirsts
  private(set) var parts: MonthlyParts

  init(_ computation: Computation) {
    asked = computation.asked.filter { $0.leaf.measure.kind == .etp }
    programme = computation.programme
    reference = computation.reference
    firsts = JobFirsts(computation.programme)
    parts = computation.noParts
  }

  /// The rows of one month: of one file, or of pieces of it.
  mutating func read(_ tables: [JobRows], of month: Month) {
    for rows in tables { firsts.learn(rows) }
    let pieces = tables.map { (rows: $0, groups: JobGroups($0)) }
    for asked in asked {
      let (leaf, wanted) = (asked.leaf, asked.slices(reaching: month))
      guard !wanted.isEmpty else { continue }
      let slices = wanted.map { Slice($0.breakdown) }
      if leaf.measure.isSum {
        for (rows, groups) in pieces { addSums(groups, rows, leaf, slices) }
        store(leaf, wanted, slices, month)
        continue
      }
      let questions = pieces.map { firsts.question(leaf.measure, of: $0.rows) }
      for (piece, question) in zip(pieces, questions) {
        addCounts(piece.groups, piece.rows, leaf, question, slices) { question.isAsked(of: piece.rows, $0) }
      }
      store(leaf, wanted, slices, month)
      guard questions.contains(where: \.asksNow) else { continue }
      let now = wanted.map { Slice($0.breakdown) }
      for (piece, question) in zip(pieces, questions) {
        addCounts(piece.groups, piece.rows, leaf, question, now) { question.isAskedNow(of: piece.rows, $0) }
      }
      for (slice, asked) in zip(now, wanted) { parts.add(now: slice.subtotal(leaf), to: asked.series, month) }
    }
  }

  private mutating func store(_ leaf: Leaf, _ wanted: [AskedLeaf.Slice], _ slices: [Slice], _ month: Month) {
    for (slice, asked) in zip(slices, wanted) {
      parts.add(slice.subtotal(leaf), to: asked.series, month)
      guard leaf.measure.isSum, programme.confidentiality.hidesSums else { continue }
      parts.add(slice.contributors, to: asked.series, month)
    }
  }

  private func addCounts(
    _ groups: JobGroups, _ rows: JobRows, _ leaf: Leaf, _ question: JobQuestion, _ slices: [Slice],
    where isAsked: (Int) -> Bool
  ) {
    let accepted = groups.row.map { leaf.filter.accepts(rows, $0) }
    let hasBlanks = !leaf.filter.optionalColumns.isEmpty
    var kept: [Int] = []
    var units: [UInt64] = []
    for row in 0..<rows.count where isAsked(row) {
      let unit = question.unit(rows, row)
      if hasBlanks { recordBlanks(leaf, slices, unit: unit, rows, row) }
      let group = Int(groups.group[row])
      guard accepted[group] else { continue }
      kept.append(group)
      units.append(unit)
    }
    guard !units.isEmpty else { return }
    for slice in slices { slice.count(units, rows, groups, kept) }
  }

  private func addSums(_ groups: JobGroups, _ rows: JobRows, _ leaf: Leaf, _ slices: [Slice]) {
    let accepted = groups.row.map { leaf.filter.accepts(rows, $0) }
    for group in 0..<groups.count {
      let row = groups.row[group]
      let count = groups.rowCounts[group]
      recordBlanks(leaf, slices, unit: nil, rows, row, count: count)
      guard accepted[group] else { continue }
      recordOwnColumn(leaf, slices, rows, row, count: count)
      guard let (amount, annual) = groups.amount(group, rows, leaf.measure, reference) else { continue }
      for slice in slices { slice.add(amount, annualHours: annual, association: rows.association, rows, row) }
    }
    guard programme.confidentiality.hidesSums else { return }
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
}
