import Domain

/// Goes once through the `etp` rows in month order and feeds every measure that reads them. What it remembers grows with
/// the distinct jobs, not with the rows.
struct JobPass {
  let month: Month
  let reference: Reference
  private let start: Month
  /// Whether it is counted how many persons stand behind a sum: where no threshold asks, no row is looked at for it.
  private let countsContributors: Bool
  /// By association: the first month of each job in each status, as months since the start plus 1; 0 is never. The job's
  /// statuses stand together.
  private var firsts: [[UInt16]]
  private static let stride = JobStatus.allCases.count + 1

  init(_ programme: Programme, month: Month, reference: Reference) {
    self.month = month
    self.reference = reference
    start = programme.start
    countsContributors = programme.confidentiality.hidesSums
    firsts = Array(repeating: [], count: programme.associations.count)
  }

  mutating func read(_ rows: JobRows, into leaves: [Leaf]) {
    advance(rows)
    var groups: JobGroups?
    for leaf in leaves {
      switch leaf.measure {
      case .sumStock, .sumFlow:
        let spans = leaf.slices.filter { $0.from <= rows.month }
        guard !spans.isEmpty else { continue }
        if groups == nil { groups = JobGroups(rows) }
        addSums(groups!, rows, leaf, spans)
        if countsContributors { addContributors(rows, leaf, spans) }
      default: addCounts(rows, leaf)
      }
    }
  }

  /// Learns the first months of this file's jobs.
  private mutating func advance(_ rows: JobRows) {
    let now = now(rows)
    // Taken out and put back, so that it is not copied and not checked at every row.
    var firsts: [UInt16] = []
    swap(&firsts, &self.firsts[rows.association])
    let size = (Int(rows.job.max() ?? 0) + 1) * JobPass.stride
    if firsts.count < size { firsts += Array(repeating: 0, count: max(size - firsts.count, firsts.count / 2)) }
    for row in 0..<rows.count {
      let position = Int(rows.job[row]) * JobPass.stride + Int(rows.status[row])
      if firsts[position] == 0 { firsts[position] = now }
    }
    swap(&firsts, &self.firsts[rows.association])
  }

  private func now(_ rows: JobRows) -> UInt16 { UInt16(start.distance(to: rows.month) + 1) }

  /// Whether the measure looks at this row at all, conditions aside.
  func isCandidate(_ rows: JobRows, _ row: Int, _ measure: Measure) -> Bool {
    question(measure, rows).isAsked(of: rows, row)
  }

  private func question(_ measure: Measure, _ rows: JobRows) -> JobQuestion {
    JobQuestion(
      measure, isMonth: rows.month == month, now: now(rows), firsts: firsts[rows.association], stride: JobPass.stride)
  }

  /// Whether a slice takes a candidate of this month: a stock, or what is ever so, has no beginning.
  static func takes(_ slice: Slice, _ measure: Measure, _ month: Month) -> Bool {
    switch measure {
    case .countEver, .countStock: return true
    default: return slice.from <= month
    }
  }

  /// What is counted once: the job, or the employee, of this association.
  static func unit(_ rows: JobRows, _ row: Int, _ measure: Measure) -> UInt64 {
    let id: UInt32
    if case .countStock(.salarie) = measure { id = rows.employee[row] } else { id = rows.job[row] }
    return UInt64(rows.association + 1) << 32 | UInt64(id)
  }

  private func addCounts(_ rows: JobRows, _ leaf: Leaf) {
    if case .countStock = leaf.measure, rows.month != month { return }
    let slices = leaf.slices.filter { JobPass.takes($0, leaf.measure, rows.month) }
    guard !slices.isEmpty else { return }
    let question = question(leaf.measure, rows)
    let hasBlanks = !leaf.filter.optionalColumns.isEmpty
    var kept: [Int] = []
    var units: [UInt64] = []
    for row in 0..<rows.count where question.isAsked(of: rows, row) {
      let unit = UInt64(rows.association + 1) << 32 | UInt64(question.ofEmployees ? rows.employee[row] : rows.job[row])
      if hasBlanks { recordBlanks(leaf, slices, unit: unit, rows, row) }
      guard leaf.filter.accepts(rows, row) else { continue }
      kept.append(row)
      units.append(unit)
    }
    for slice in slices { slice.count(units, rows, kept) }
  }

  private func addSums(_ groups: JobGroups, _ rows: JobRows, _ leaf: Leaf, _ slices: [Slice]) {
    for group in 0..<groups.count {
      let row = groups.row[group]
      let count = groups.rowCounts[group]
      recordBlanks(leaf, slices, unit: nil, rows, row, count: count)
      guard leaf.filter.accepts(rows, row) else { continue }
      recordOwnColumn(leaf, slices, rows, row, count: count)
      guard let (amount, annual) = groups.amount(group, rows, leaf.measure, reference) else { continue }
      for slice in slices {
        slice.add(amount, annualHours: annual, association: rows.association, rows, row)
      }
    }
  }

  /// A row that adds 0 has nobody behind it.
  private func addContributors(_ rows: JobRows, _ leaf: Leaf, _ slices: [Slice]) {
    let kept = (0..<rows.count).filter { row in
      guard leaf.filter.accepts(rows, row) else { return false }
      let amount = rows.amount(
        row, leaf.measure, reference, fullTimeEquivalent: Int64(max(rows.fullTimeEquivalent[row], 0)),
        hours: max(rows.hours[row], 0))
      return (amount?.0 ?? 0) > 0
    }
    for slice in slices { slice.contribute(rows, kept) }
  }
}

/// For each optional column of the conditions: a row that meets the others stands here, filled or not.
func recordBlanks(
  _ leaf: Leaf, _ slices: [Slice], unit: UInt64?, _ rows: some CodedRows, _ row: Int, count: Int = 1
) {
  for (index, column) in leaf.filter.optionalColumns.enumerated()
  where leaf.filter.accepts(rows, row, asidesFrom: column) {
    let isFilled = rows.code(column, row) != 0
    for slice in slices { slice.record(column: index, isFilled: isFilled, unit: unit, rows, row, count: count) }
  }
}

/// The same for the column that the measure sums, of a row that meets every condition.
func recordOwnColumn(_ leaf: Leaf, _ slices: [Slice], _ rows: some CodedRows, _ row: Int, count: Int = 1) {
  guard let column = leaf.ownColumn else { return }
  let isFilled = rows.code(column, row) != 0
  for slice in slices {
    slice.record(column: leaf.filter.optionalColumns.count, isFilled: isFilled, unit: nil, rows, row, count: count)
  }
}
