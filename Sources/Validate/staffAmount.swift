import Domain

/// An amount of the staff of one month, in ten-thousandths: jobs that are only planned, or gone, aside, as in the
/// catalogue's `etp_total` and `effectif`. nil: there are rows, but none has it.
func staffAmount(_ amount: WatchedAmount, _ rows: JobRows, _ reference: Reference) -> Int64? {
  let counted = rows.status.indices.filter {
    rows.status[$0] != JobStatus.en_cours.rawValue && rows.status[$0] != JobStatus.supprime.rawValue
  }
  switch amount {
  case .fullTimeEquivalent:
    let years = FullTimeYears(reference, month: rows.month)
    return counted.reduce(0) { $0 + years.fullTimeEquivalent(rows, $1) }
  case .headcount: return Int64(Set(counted.map { rows.employee[$0] }).subtracting([0]).count) * 10_000
  case .hours:
    let known = counted.map { rows.hours[$0] }.filter { $0 >= 0 }
    return known.isEmpty && !counted.isEmpty ? nil : known.reduce(0, +)
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
