import Domain

/// What a measure asks of a row of one `etp` file before its conditions: taken out of the measure's enum once a file, because
/// it is asked of every row.
struct JobQuestion {
  private enum Kind { case first, ever, stock, any }
  private let kind: Kind
  /// Employees are counted, not jobs.
  let ofEmployees: Bool
  private let now: UInt16
  private let status: UInt8
  /// `after` of a first month, `or_now` of ever; 0: none.
  private let other: UInt8
  private let firsts: [UInt16]
  private let stride: Int

  /// `firsts` are the association's first months so far, `stride` to a job; `now` is this file's month in them.
  init(_ measure: Measure, now: UInt16, firsts: [UInt16], stride: Int) {
    self.now = now
    self.firsts = firsts
    self.stride = stride
    var (kind, status, other, ofEmployees) = (Kind.any, UInt8(0), UInt8(0), false)
    switch measure {
    case .countFirst(let first, let after): (kind, status, other) = (.first, first.rawValue, after?.rawValue ?? 0)
    case .countEver(let ever, let orNow): (kind, status, other) = (.ever, ever.rawValue, orNow?.rawValue ?? 0)
    case .countStock(let unit): (kind, ofEmployees) = (.stock, unit == .salarie)
    default: break
    }
    self.kind = kind
    self.status = status
    self.other = other
    self.ofEmployees = ofEmployees
  }

  /// Whether it counts by this row in the figures of every month that reads the file's.
  @inline(__always)
  func isAsked(of rows: JobRows, _ row: Int) -> Bool {
    switch kind {
    case .any: return true
    case .stock: return !ofEmployees || rows.employee[row] != 0
    case .first:
      guard rows.status[row] == status, first(rows, row, status) == now else { return false }
      guard other != 0 else { return true }
      let before = first(rows, row, other)
      return before != 0 && before < now
    case .ever: return rows.status[row] == status && first(rows, row, status) == now
    }
  }

  /// Whether it counts by this row in the figures of the file's own month, and of no later one: `or_now`.
  @inline(__always)
  func isAskedNow(of rows: JobRows, _ row: Int) -> Bool {
    kind == .ever && other != 0 && rows.status[row] == other && first(rows, row, status) == 0
  }

  /// What is counted once: the job, or the employee, of this association.
  @inline(__always)
  func unit(_ rows: JobRows, _ row: Int) -> UInt64 {
    UInt64(rows.association + 1) << 32 | UInt64(ofEmployees ? rows.employee[row] : rows.job[row])
  }

  @inline(__always)
  private func first(_ rows: JobRows, _ row: Int, _ status: UInt8) -> UInt16 {
    firsts[Int(rows.job[row]) * stride + Int(status)]
  }
}

extension Measure {
  /// Whether some rows count in the figures of their own month alone: `or_now`.
  var countsInItsMonthAlone: Bool { if case .countEver(_, orNow: .some) = self { true } else { false } }
}
