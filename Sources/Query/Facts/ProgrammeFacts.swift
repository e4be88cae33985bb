import Domain

/// The facts of one programme up to a month, as the tables that another engine reads: whole numbers alone, no name, no pseudonym.
package struct ProgrammeFacts {
  let facts: Facts
  let programme: Programme
  let reference: Reference
  let last: Month
  /// The programme's number in every table, and what tells its definitions apart (see ``FactTable``).
  let number: Int64
  let numbering: Int64

  package init(
    _ facts: Facts, of programme: Programme, with reference: Reference, upTo last: Month, number: Int64,
    numbering: Int64
  ) {
    self.facts = facts
    self.programme = programme
    self.reference = reference
    self.last = last
    self.number = number
    self.numbering = numbering
  }

  /// The file of a table: RFC 4180, UTF-8, LF, header first.
  package func text(_ table: FactTable) -> [UInt8] {
    switch table {
    case .jobs: return jobs()
    case .paths: return paths()
    case .meetings: return meetings()
    case .deliveries: return deliveries()
    case .memberships: return memberships()
    }
  }

  /// The first cells of every row.
  private func begin(_ table: inout IntegerTable, _ association: Int) {
    table.add(number)
    table.add(Int64(association + 1))
  }

  /// A number within an association, made one of the whole programme.
  private func key(_ association: Int, _ number: UInt32) -> Int64 { Int64(association + 1) << 32 | Int64(number) }

  private func addPlace(_ table: inout IntegerTable, axis: UInt8, commune: UInt32) {
    table.add(Int64(axis))
    table.add(Int64(commune))
    table.add(commune != 0 && CommuneCode(packed: commune) != .elsewhere)
  }

  private func jobs() -> [UInt8] {
    var table = IntegerTable(.jobs)
    for rows in facts.jobs {
      let hours = (0...UInt8(Scheme.allCases.count)).map {
        reference.hours(of: Scheme(rawValue: $0), in: rows.month)?.annual.tenThousandths
      }
      for row in 0..<rows.count {
        begin(&table, rows.association)
        table.add(Int64(rows.month.index))
        table.add(key(rows.association, rows.job[row]))
        table.add(rows.employee[row] == 0 ? 0 : key(rows.association, rows.employee[row]))
        addPlace(&table, axis: rows.axis[row], commune: rows.commune[row])
        for column in [rows.contract, rows.status, rows.scheme, rows.sex] { table.add(Int64(column[row])) }
        table.add(rows.fullTimeEquivalent[row] < 0 ? nil : Int64(rows.fullTimeEquivalent[row]))
        table.add(rows.hours[row] < 0 ? nil : rows.hours[row])
        table.add(date(rows.start[row]))
        table.add(date(rows.end[row]))
        table.add(hours[Int(rows.scheme[row])])
        table.endRow()
      }
    }
    return table.bytes
  }

  private func paths() -> [UInt8] {
    var table = IntegerTable(.paths)
    for rows in facts.registers {
      for row in 0..<rows.count {
        let (entry, exit) = (
          Day(number: rows.entry[row]), rows.exit[row] == Int32.min ? nil : Day(number: rows.exit[row])
        )
        begin(&table, rows.association)
        table.add(Int64(rows.month.index))
        table.add(key(rows.association, UInt32(row + 1)))
        table.add(Int64(rows.person(row)))
        addPlace(&table, axis: rows.axis[row], commune: rows.commune[row])
        for column in [rows.scheme, rows.sex, rows.outcome, rows.rsa, rows.rqth, rows.qpv] {
          table.add(Int64(column[row]))
        }
        table.add(rows.sharedKey[row] != 0)
        table.add(date(entry.number))
        table.add(exit.flatMap { date($0.number) })
        table.add(Int64(entry.month.index))
        table.add(exit.map { Int64($0.month.index) })
        table.add(exit.map { isLong(from: entry, to: $0, rows.scheme[row]) } ?? false)
        table.add(rows.ageAtEntry(row).map { Int64($0) })
        table.add(rows.monthsUnemployed[row] < 0 ? nil : Int64(rows.monthsUnemployed[row]))
        table.endRow()
      }
    }
    return table.bytes
  }

  private func isLong(from entry: Day, to exit: Day, _ scheme: UInt8) -> Bool {
    let minimum = Scheme(rawValue: scheme).flatMap { programme.rules.minimumStayDays[$0] } ?? 0
    return Int(exit.number - entry.number) >= minimum
  }

  private func meetings() -> [UInt8] {
    struct Key: Hashable {
      let day: Day
      let instance: Int
      let axis: Int?
    }
    var table = IntegerTable(.meetings)
    var numbers: [Key: Int64] = [:]
    for file in facts.meetings {
      for row in tracked(file) {
        let key = Key(day: row.day, instance: row.instance, axis: row.axis)
        let number = numbers[key, default: Int64(numbers.count + 1)]
        numbers[key] = number
        let expected = programme.associations.filter { $0.isMember(in: row.day.month) }.count
        let present = (row.members ?? []).sorted().map { Int64($0 + 1) }
        for member in present.isEmpty ? [nil] : present.map(Optional.some) {
          begin(&table, file.association)
          table.add(Int64(file.month.index))
          table.add(number)
          table.add(date(row.day.number))
          table.add(Int64(row.instance + 1))
          table.add(Int64((row.axis ?? -1) + 1))
          table.add(row.state == .tenue)
          table.add(row.members != nil)
          table.add(member)
          table.add(Int64(expected))
          table.add(row.participants.map { Int64($0) })
          table.add(row.partners.map { Int64($0) })
          table.endRow()
        }
      }
    }
    return table.bytes
  }

  private func deliveries() -> [UInt8] {
    var table = IntegerTable(.deliveries)
    let counts = rowCounts
    for delivery in facts.deliveries {
      guard delivery.month <= last, let state = DeliveryState(delivery, in: programme) else { continue }
      begin(&table, state.association - 1)
      table.add(Int64(delivery.month.index))
      table.add(FactTable.code(of: delivery.kind))
      for flag in [delivery.isOwed, state.isAccepted, state.isWaived] { table.add(flag) }
      table.add(Int64(state.rowsKept))
      table.add(Int64(state.rowsRefused))
      table.add(state.content)
      table.add(Int64(counts[delivery.id] ?? 0))
      table.endRow()
    }
    return table.bytes
  }

  /// Of each accepted export, its rows in the table of its kind: what tells a table that was loaded in part, or twice.
  private var rowCounts: [DeliveryID: Int] {
    var counts: [DeliveryID: Int] = [:]
    func add(_ rows: Int, _ association: Int, _ kind: ExportKind, _ month: Month) {
      counts[DeliveryID(programme.associations[association].id, kind, month), default: 0] += rows
    }
    for file in facts.jobs { add(file.count, file.association, .etp, file.month) }
    for file in facts.registers { add(file.count, file.association, .beneficiaires, file.month) }
    for file in facts.meetings {
      let rows = tracked(file).reduce(0) { $0 + max(1, $1.members?.count ?? 0) }
      add(rows, file.association, .reunions, file.month)
    }
    return counts
  }

  private func tracked(_ file: MeetingRows) -> [MeetingRow] {
    file.rows.filter { programme.instances[$0.instance].isTracked(in: $0.day.month) }
  }

  private func memberships() -> [UInt8] {
    var table = IntegerTable(.memberships)
    for (place, association) in programme.associations.enumerated() {
      // Not a member by then: it has a row all the same, in which no month lies.
      let months = association.membership(within: programme.start...max(programme.start, last))
      begin(&table, place)
      table.add(Int64((months?.lowerBound ?? association.memberFrom).index))
      table.add(Int64((months?.upperBound ?? programme.start.advanced(by: -1)).index))
      table.add(Int64(last.index))
      table.add(numbering)
      table.endRow()
    }
    return table.bytes
  }

  /// `20220531`; nil for a blank.
  private func date(_ number: Int32) -> Int64? {
    guard number != Int32.min else { return nil }
    let (year, month, day) = Day(number: number).civil
    return Int64(year * 10_000 + month * 100 + day)
  }
}
