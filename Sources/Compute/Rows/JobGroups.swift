import Domain

/// The rows of an `etp` file, gathered where nothing a condition or a breakdown can ask tells them apart: sums are made
/// over some dozens of groups instead of every row.
struct JobGroups {
  /// One row that stands for the group.
  private(set) var row: [Int] = []
  private var fullTimeEquivalents: [Int64] = []
  private var hours: [Int64] = []
  /// How many rows it has.
  private(set) var rowCounts: [Int] = []
  /// By row: its group.
  private(set) var group: [Int32] = []
  var count: Int { row.count }

  init(_ rows: JobRows) {
    // By key: the group's number plus 1.
    var groups = NumberTable(0)
    let widths = Widths()
    var lastKey = UInt64.max
    var group = 0
    self.group.reserveCapacity(rows.count)
    for index in 0..<rows.count {
      let key = JobGroups.key(rows, index, widths)
      if key != lastKey {
        lastKey = key
        let next = row.count
        groups.update(key) { number in
          if number == 0 { number = next + 1 }
          group = number - 1
        }
        if group == next {
          row.append(index)
          fullTimeEquivalents.append(0)
          hours.append(0)
          rowCounts.append(0)
        }
      }
      fullTimeEquivalents[group] += Int64(max(rows.fullTimeEquivalent[index], 0))
      rowCounts[group] += 1
      hours[group] += max(rows.hours[index], 0)
      self.group.append(Int32(group))
    }
  }

  /// How many bits each closed list needs. Of a row's key the rest is known: 32 bits are the commune, 8 the axis, and 5 say
  /// what is filled in.
  private struct Widths {
    let contract = UInt64(Codebook.contract.bits)
    let status = UInt64(Codebook.jobStatus.bits)
    let scheme = UInt64(Codebook.jobScheme.bits)
    let sex = UInt64(Codebook.sex.bits)
    init() { precondition(32 + 8 + 5 + contract + status + scheme + sex <= 64, "a job's key needs more than 64 bits") }
  }

  /// Equal for two rows exactly where no condition and no breakdown can tell them apart.
  private static func key(_ rows: JobRows, _ row: Int, _ widths: Widths) -> UInt64 {
    var key = UInt64(rows.commune[row])
    key = key << 8 | UInt64(rows.axis[row])
    key = key << widths.contract | UInt64(rows.contract[row])
    key = key << widths.status | UInt64(rows.status[row])
    key = key << widths.scheme | UInt64(rows.scheme[row])
    key = key << widths.sex | UInt64(rows.sex[row])
    key = key << 1 | (rows.employee[row] == 0 ? 0 : 1)
    key = key << 1 | (rows.fullTimeEquivalent[row] < 0 ? 0 : 1)
    key = key << 1 | (rows.hours[row] < 0 ? 0 : 1)
    key = key << 1 | (rows.start[row] == Int32.min ? 0 : 1)
    return key << 1 | (rows.end[row] == Int32.min ? 0 : 1)
  }

  /// What the group adds, and the annual hours that make FTE of it (0: it is in the measure's unit).
  func amount(_ group: Int, _ rows: JobRows, _ measure: Measure, _ reference: Reference) -> (Int64, Int64)? {
    rows.amount(row[group], measure, reference, fullTimeEquivalent: fullTimeEquivalents[group], hours: hours[group])
  }
}

extension JobRows {
  /// FTE is `etp`, else hours ÷ H × 12; the other way round where hours are preferred. nil: nothing known.
  func amount(
    _ row: Int, _ measure: Measure, _ reference: Reference, fullTimeEquivalent: Int64, hours paid: Int64
  ) -> (Int64, Int64)? {
    let hasHours = hours[row] >= 0
    let prefersHours: Bool
    switch measure {
    case .sumStock(.heures, _), .sumFlow(.heures): return hasHours ? (paid, 0) : nil
    case .sumStock(.etp, let preferHours): prefersHours = preferHours
    default: prefersHours = false
    }
    if hasHours && (prefersHours || self.fullTimeEquivalent[row] < 0) {
      guard let year = reference.hours(of: Scheme(rawValue: scheme[row]), in: month) else { return nil }
      return (paid, year.annual.tenThousandths)
    }
    return (fullTimeEquivalent, 0)
  }
}
