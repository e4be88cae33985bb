import Domain

/// An amount of the staff of one month, in ten-thousandths: jobs that are only planned, or gone, aside, as in the
/// catalogue's `etp_total` and `effectif`. nil: there are rows, but none has it.
func staffAmount(_ amount: WatchedAmount, _ rows: JobRows, _ reference: Reference) -> Int64? {
  // One pass each, and no copy of the rows: these are all rows of every month.
  let isPlanned = JobStatus.en_cours.rawValue
  let isGone = JobStatus.supprime.rawValue
  func sum(_ amount: (Int) -> Int64) -> Int64 {
    var sum: Int64 = 0
    for (row, status) in rows.status.enumerated() where status != isPlanned && status != isGone { sum += amount(row) }
    return sum
  }
  switch amount {
  case .fullTimeEquivalent:
    let years = FullTimeYears(reference, month: rows.month)
    return sum { years.fullTimeEquivalent(rows, $0) }
  case .headcount:
    // Employees are numbered; 0 is nobody.
    var isCounted = [Bool](repeating: false, count: Int(rows.employee.max() ?? 0) + 1)
    isCounted[0] = true
    return 10_000
      * sum { row in
        let employee = Int(rows.employee[row])
        defer { isCounted[employee] = true }
        return isCounted[employee] ? 0 : 1
      }
  case .hours:
    var (counted, known) = (0, 0)
    let hours = sum { row in
      counted += 1
      guard rows.hours[row] >= 0 else { return 0 }
      known += 1
      return rows.hours[row]
    }
    return known == 0 && counted > 0 ? nil : hours
  case .meetings: return nil
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
