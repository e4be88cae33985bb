import Domain

/// The rows of an `etp` file, gathered where nothing a condition or a breakdown asks tells them apart: sums are made
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

  /// `fields`: what is asked of the rows. The fewer there are, the fewer the groups.
  init(_ rows: JobRows, toldApartBy fields: Set<Field> = Field.of(.etp)) {
    let keys = JobGroups.keys(rows, fields)
    group = [Int32](unsafeUninitializedCapacity: rows.count) { numbers, count in
      // By key: the group's number plus 1.
      var groups = NumberTable(0)
      var (lastKey, group, next) = (UInt64.max, 0, 0)
      for index in keys.indices {
        if keys[index] != lastKey {
          lastKey = keys[index]
          groups.update(lastKey) { number in
            if number == 0 { number = next + 1 }
            group = number - 1
          }
          if group == next {
            row.append(index)
            next += 1
          }
        }
        numbers[index] = Int32(truncatingIfNeeded: group)
      }
      count = keys.count
    }
    rowCounts = sums { _ in 1 }
    fullTimeEquivalents = rows.fullTimeEquivalent.withUnsafeBufferPointer { column in sums { Int64(max(column[$0], 0)) }
    }
    hours = rows.hours.withUnsafeBufferPointer { column in sums { max(column[$0], 0) } }
  }

  /// By group: what its rows add up to.
  @inline(__always)
  private func sums<Amount: FixedWidthInteger>(_ amount: (Int) -> Amount) -> [Amount] {
    [Amount](unsafeUninitializedCapacity: row.count) { sums, count in
      sums.initialize(repeating: 0)
      group.withUnsafeBufferPointer { group in
        for row in group.indices { sums[Int(group[row])] += amount(row) }
      }
      count = row.count
    }
  }

  /// By row: equal for two rows exactly where none of the fields tells them apart. Column by column: the compiler takes several rows at
  /// once then (measured: all of this 23 ns a row; row by row 37).
  private static func keys(_ rows: JobRows, _ fields: Set<Field>) -> [UInt64] {
    let widths = [Codebook.contract, .jobStatus, .jobScheme, .sex].map { UInt64($0.bits) }
    precondition(32 + 8 + 5 + widths.reduce(0, +) <= 64, "a job's key needs more than 64 bits")
    return [UInt64](unsafeUninitializedCapacity: rows.count) { keys, count in
      count = rows.count
      keys.initialize(repeating: 0)
      func has(_ field: Field) -> Bool { fields.contains(field) }
      if has(.commune) { add(rows.commune, to: keys, 32) { UInt64($0) } }
      if has(.axe) { add(rows.axis, to: keys, 8) { UInt64($0) } }
      if has(.contrat) { add(rows.contract, to: keys, widths[0]) { UInt64($0) } }
      if has(.statut) { add(rows.status, to: keys, widths[1]) { UInt64($0) } }
      if has(.dispositif) { add(rows.scheme, to: keys, widths[2]) { UInt64($0) } }
      if has(.sexe) { add(rows.sex, to: keys, widths[3]) { UInt64($0) } }
      // What is filled in.
      if has(.salarie_id) { add(rows.employee, to: keys, 1) { $0 == 0 ? 0 : 1 } }
      if has(.etp) { add(rows.fullTimeEquivalent, to: keys, 1) { $0 < 0 ? 0 : 1 } }
      if has(.heures) { add(rows.hours, to: keys, 1) { $0 < 0 ? 0 : 1 } }
      if has(.date_debut) { add(rows.start, to: keys, 1) { $0 == Int32.min ? 0 : 1 } }
      if has(.date_fin) { add(rows.end, to: keys, 1) { $0 == Int32.min ? 0 : 1 } }
    }
  }

  @inline(__always)
  private static func add<Code>(
    _ column: [Code], to keys: UnsafeMutableBufferPointer<UInt64>, _ width: UInt64, _ code: (Code) -> UInt64
  ) {
    precondition(column.count >= keys.count)
    column.withUnsafeBufferPointer { column in
      guard let column = column.baseAddress, let keys = keys.baseAddress.map({ ($0, keys.count) }) else { return }
      for row in 0..<keys.1 { keys.0[row] = keys.0[row] &<< width | code(column[row]) }
    }
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
