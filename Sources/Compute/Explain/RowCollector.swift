import Domain

/// What was read of a file: one month of it, for some hold many.
struct ReadMonth: Hashable {
  let file: String
  let month: Month
}

/// Collects the rows that one measure counts in one cell, with what each brings. Asks the same questions of a row as the
/// passes do, but keeps rows instead of sums.
struct RowCollector {
  private let leaf: Leaf
  private let place: CellPlace
  private let from: Month
  /// The cell's key without sex, and the sex asked for (0: none).
  private let key: UInt64
  private let sex: UInt32

  private var rows: [Explanation.Row] = []
  private var units: [UInt64: Int] = [:]
  private var sexes: [UInt32] = []
  private var associations: [Int] = []
  private var files: Set<ReadMonth> = []
  private var rowsRead = 0
  private var hours: [Reference.FullTimeHours] = []

  init(_ leaf: Leaf, _ place: CellPlace, from: Month) {
    self.leaf = leaf
    self.place = place
    self.from = from
    let hasSex = place.breakdown.hasSex
    sex = hasSex ? UInt32(truncatingIfNeeded: place.key) : 0
    key = hasSex ? place.key & ~0xFFFF_FFFF : place.key
  }

  private func isHere(_ table: some CodedRows, _ row: Int) -> Bool { place.breakdown.key(table, row) == key }

  private mutating func read(_ file: String, _ month: Month, rows count: Int, association: Int) {
    guard place.association == nil || place.association == association else { return }
    if files.insert(ReadMonth(file: file, month: month)).inserted { rowsRead += count }
  }

  private mutating func keep(
    _ file: String, _ line: Int, unit: UInt64, association: Int, sex: UInt32, amount: Rational? = nil,
    fraction: (Int, Int)? = nil
  ) {
    let number = units[unit] ?? units.count + 1
    units[unit] = number
    rows.append(
      Explanation.Row(file: file, line: line, unit: number, amount: amount, fraction: fraction.map { ($0.0, $0.1) }))
    sexes.append(sex)
    associations.append(association)
  }

  mutating func readJobs(_ tables: [JobRows], _ engine: Engine) {
    var firsts = JobFirsts(engine.programme)
    for table in tables {
      firsts.learn(table)
      guard isRead(table.month, engine) else { continue }
      read(table.file, table.month, rows: table.count, association: table.association)
      let question = firsts.question(leaf.measure, of: table)
      let isMonth = table.month == engine.month
      for row in 0..<table.count
      where question.isAsked(of: table, row) || isMonth && question.isAskedNow(of: table, row) {
        guard leaf.filter.accepts(table, row), isHere(table, row) else { continue }
        let amount = amount(table, row, engine.reference)
        if leaf.measure.isSum && amount == nil { continue }
        keep(
          table.file, Int(table.line[row]),
          unit: leaf.measure.isSum ? UInt64(rows.count) : question.unit(table, row),
          association: table.association, sex: UInt32(table.sex[row]), amount: amount)
      }
    }
  }

  /// What is ever so has no beginning, a stock is of the month.
  private func isRead(_ month: Month, _ engine: Engine) -> Bool {
    switch leaf.measure {
    case .countEver: return true
    case .countStock: return month == engine.month
    default: return month >= from
    }
  }

  private mutating func amount(_ table: JobRows, _ row: Int, _ reference: Reference) -> Rational? {
    guard leaf.measure.isSum,
      let (amount, annual) = table.amount(
        row, leaf.measure, reference, fullTimeEquivalent: Int64(table.fullTimeEquivalent[row]), hours: table.hours[row])
    else { return nil }
    let value = Quantity(tenThousandths: amount).rational
    guard annual > 0 else { return value }
    if let year = reference.hours(of: Scheme(rawValue: table.scheme[row]), in: table.month), !hours.contains(year) {
      hours.append(year)
    }
    return value * Rational(12) / Quantity(tenThousandths: annual).rational
  }

  mutating func readPaths(_ tables: [PathRows], _ engine: Engine) {
    let pass = PathPass(programme: engine.programme, month: engine.month)
    for table in tables {
      let association = engine.programme.associations[table.association]
      guard let days = PathPass.days(association, from: from, to: engine.month) else { continue }
      read(table.file, table.month, rows: table.count, association: table.association)
      for row in 0..<table.count where pass.isCandidate(table, row, leaf.measure, days) {
        guard leaf.filter.accepts(table, row), isHere(table, row) else { continue }
        keep(
          table.file, Int(table.line[row]), unit: PathPass.unit(table, row, leaf.measure),
          association: table.association, sex: UInt32(table.sex[row]))
      }
    }
  }

  mutating func readMeetings(_ files: [MeetingRows], _ engine: Engine) {
    let tables = MeetingTables(files, engine.programme)
    for file in files where file.month >= from {
      read(file.file, file.month, rows: file.rows.count, association: file.association)
    }
    for (index, table) in tables.tables(for: place.breakdown).enumerated() {
      for row in table.meetings.indices where table.meetings[row].day.month >= from {
        guard leaf.filter.accepts(table, row), isHere(table, row) else { continue }
        keep(table.meetings[row], unit: UInt64(index) << 32 | UInt64(row), engine)
      }
    }
  }

  /// Every report of the meeting is behind it; what it brings stands once.
  private mutating func keep(_ meeting: HeldMeetings.Meeting, unit: UInt64, _ engine: Engine) {
    var amount: Rational?
    var fraction: (Int, Int)?
    switch leaf.measure {
    case .sumMeetings(.participants): amount = meeting.participants.map { Rational($0) }
    case .sumMeetings(.partenaires): amount = meeting.partners.map { Rational($0) }
    case .attendance:
      guard let members = meeting.members else { return }
      fraction = (members.count, engine.programme.associations.filter { $0.isMember(in: meeting.day.month) }.count)
    default: break
    }
    for (index, report) in meeting.reports.enumerated() {
      keep(
        report.file, report.line, unit: unit, association: 0, sex: 0, amount: amount,
        fraction: index == 0 ? fraction : nil)
    }
  }

  /// Of a cell by sex: the units that give this sex in some row, or none in any.
  func finished(_ engine: Engine) -> Explanation.Source {
    var kept = Array(rows.indices)
    if place.breakdown.hasSex {
      var known: [Int: Set<UInt32>] = [:]
      for index in rows.indices where sexes[index] != 0 { known[rows[index].unit, default: []].insert(sexes[index]) }
      kept = kept.filter { index in
        let sexes = known[rows[index].unit] ?? []
        return sex == Breakdown.unknownSex ? sexes.isEmpty : sexes.contains(sex)
      }
    }
    let shown = Set(associations)
    let months = Dictionary(
      uniqueKeysWithValues: shown.map { ($0, engine.coverage.acceptedMonths($0, .etp, from: from)) })
    return Explanation.Source(
      measure: leaf.measure, conditions: leaf.conditions, period: min(from, engine.month)...engine.month,
      filesRead: Set(files.map(\.file)).count, rowsRead: rowsRead,
      rowsRefused: engine.coverage.rowsRefused(in: files), rows: kept.map { rows[$0] }, months: months,
      associations: kept.map { associations[$0] }, fullTimeHours: hours)
  }
}
