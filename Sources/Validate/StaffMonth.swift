import Domain

/// What the accepted staff of one association's month comes to, in ten-thousandths: jobs that are only planned, or gone, aside, as in
/// the catalogue's `etp_total` and `effectif`. All that is held against the months before, so that rows need not be kept for it.
package struct StaffMonth: Sendable {
  let association: Int
  let month: Month
  let file: String
  private(set) var fullTimeEquivalent: Int64 = 0
  private(set) var headcount: Int64 = 0
  /// nil: there are rows, but none has them.
  private(set) var hours: Int64?

  // One pass, and no copy of the rows: these are all rows of every month.
  package init(_ rows: JobRows, _ reference: Reference) {
    (association, month, file) = (rows.association, rows.month, rows.file)
    let isPlanned = JobStatus.en_cours.rawValue
    let isGone = JobStatus.supprime.rawValue
    let years = FullTimeYears(reference, month: rows.month)
    // Employees are numbered; 0 is nobody.
    var isCounted = [Bool](repeating: false, count: Int(rows.employee.max() ?? 0) + 1)
    isCounted[0] = true
    var (counted, known, employees, paid) = (0, 0, Int64(0), Int64(0))
    for (row, status) in rows.status.enumerated() where status != isPlanned && status != isGone {
      fullTimeEquivalent += years.fullTimeEquivalent(rows, row)
      let employee = Int(rows.employee[row])
      if !isCounted[employee] {
        isCounted[employee] = true
        employees += 1
      }
      counted += 1
      guard rows.hours[row] >= 0 else { continue }
      known += 1
      paid += rows.hours[row]
    }
    headcount = 10_000 * employees
    hours = known == 0 && counted > 0 ? nil : paid
  }

  func amount(_ amount: WatchedAmount) -> Int64? {
    switch amount {
    case .fullTimeEquivalent: fullTimeEquivalent
    case .headcount: headcount
    case .hours: hours
    case .meetings: nil
    }
  }
}

/// Hours of a full-time year by scheme's code, in ten-thousandths; 0 where nobody gave them.
private struct FullTimeYears {
  private let annual: [Int64]

  init(_ reference: Reference, month: Month) {
    annual = ([nil] + Scheme.allCases.map { $0 }).map { reference.hours(of: $0, in: month)?.annual.tenThousandths ?? 0 }
  }

  /// The declared one, else hours × 12 ÷ those of a full-time year; rounded down, which is ample here.
  func fullTimeEquivalent(_ rows: JobRows, _ row: Int) -> Int64 {
    let declared = rows.fullTimeEquivalent[row]
    let annual = annual[Int(rows.scheme[row])]
    guard declared < 0, annual > 0 else { return max(0, Int64(declared)) }
    return Int64(Int128(rows.hours[row]) * 120_000 / Int128(annual))
  }
}
