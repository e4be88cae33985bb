import Domain

@testable import Compute

/// The referee of the monthly parts: what the `etp` rows of a span give one measure, counted row by row with plain sets, every
/// month from the first row again.
struct RowByRow {
  let programme: Programme
  let reference: Reference
  let month: Month
  private let tables: [JobRows]
  private var firsts: [Job: [UInt8: Month]] = [:]

  private struct Job: Hashable {
    let association: Int
    let number: UInt32
  }
  private struct Placed: Hashable {
    let cell: UInt64
    let unit: String
  }

  init(_ world: World, _ month: Month) {
    programme = world.programme
    reference = world.reference
    self.month = month
    tables = world.facts.jobs.filter { $0.month <= month }
    for table in tables {
      for row in 0..<table.count {
        let job = Job(association: table.association, number: table.job[row])
        let known = firsts[job]?[table.status[row]] ?? table.month
        firsts[job, default: [:]][table.status[row]] = min(known, table.month)
      }
    }
  }

  private func counts(_ table: JobRows, _ row: Int, _ measure: Measure, from: Month) -> Bool {
    let firsts = firsts[Job(association: table.association, number: table.job[row])] ?? [:]
    func isFirst(_ status: JobStatus) -> Bool {
      table.status[row] == status.rawValue && firsts[status.rawValue] == table.month
    }
    switch measure {
    case .countFirst(let status, let after):
      let isAfter = after.map { firsts[$0.rawValue].map { $0 < table.month } ?? false } ?? true
      return table.month >= from && isFirst(status) && isAfter
    case .countEver(let status, let orNow):
      if isFirst(status) { return true }
      return table.month == month && orNow?.rawValue == table.status[row] && firsts[status.rawValue] == nil
    case .countStock(let unit): return table.month == month && (unit == .poste || table.employee[row] != 0)
    default: return table.month >= from
    }
  }

  private func unit(_ table: JobRows, _ row: Int, _ measure: Measure) -> String {
    switch measure {
    case .sumStock, .sumFlow: return "\(table.file) \(table.month) \(table.line[row]) \(row)"
    case .countStock(.salarie): return "\(table.association) employee \(table.employee[row])"
    default: return "\(table.association) job \(table.job[row])"
    }
  }

  /// Of the rows that count by `isMeant`: in which cells their units stand. By sex, a unit stands in the cell of each that its rows
  /// there give, of the unknown where none gives any.
  private func placed(
    _ leaf: Leaf, _ breakdown: Breakdown, from: Month, where isMeant: (JobRows, Int) -> Bool
  ) -> Set<Placed> {
    var sexes: [Placed: Set<UInt8>] = [:]
    for table in tables {
      for row in 0..<table.count where counts(table, row, leaf.measure, from: from) && isMeant(table, row) {
        guard let cell = breakdown.key(table, row) else { continue }
        let place = Placed(cell: cell, unit: unit(table, row, leaf.measure))
        sexes[place, default: []].formUnion(table.sex[row] == 0 ? [] : [table.sex[row]])
      }
    }
    guard breakdown.hasSex else { return Set(sexes.keys) }
    return sexes.reduce(into: []) { all, place in
      let known = place.value.isEmpty ? [Breakdown.unknownSex] : Set(place.value.map(UInt32.init))
      for sex in known { all.insert(Placed(cell: Breakdown.key(place.key.cell, sex: sex), unit: place.key.unit)) }
    }
  }

  func subtotal(_ leaf: Leaf, _ breakdown: Breakdown, from: Month) -> Subtotal {
    var subtotal = Subtotal()
    func accepts(_ table: JobRows, _ row: Int) -> Bool { leaf.filter.accepts(table, row) }
    if leaf.measure.isSum {
      addSums(leaf, breakdown, from, to: &subtotal)
    } else {
      for place in placed(leaf, breakdown, from: from, where: accepts) { subtotal.counts[place.cell, default: 0] += 1 }
    }
    for (number, column) in leaf.optionalColumns.enumerated() {
      let isOwn = column == leaf.ownColumn
      func asks(_ table: JobRows, _ row: Int) -> Bool {
        isOwn ? accepts(table, row) : leaf.filter.accepts(table, row, asidesFrom: column)
      }
      for place in placed(leaf, breakdown, from: from, where: asks) {
        subtotal.answer(place.cell, number, Subtotal.Answered(asked: 1))
      }
      let filled = placed(leaf, breakdown, from: from) { asks($0, $1) && $0.code(column, $1) != 0 }
      for place in filled { subtotal.answer(place.cell, number, Subtotal.Answered(answered: 1)) }
    }
    return subtotal
  }

  private func addSums(_ leaf: Leaf, _ breakdown: Breakdown, _ from: Month, to subtotal: inout Subtotal) {
    for table in tables where table.month >= from {
      for row in 0..<table.count where leaf.filter.accepts(table, row) {
        guard var cell = breakdown.key(table, row),
          let (amount, annual) = table.amount(
            row, leaf.measure, reference, fullTimeEquivalent: Int64(max(0, table.fullTimeEquivalent[row])),
            hours: max(0, table.hours[row]))
        else { continue }
        let sex = UInt32(table.sex[row])
        if breakdown.hasSex { cell = Breakdown.key(cell, sex: sex == 0 ? Breakdown.unknownSex : sex) }
        let key = Subtotal.SumKey(cell: cell, association: Int32(table.association), annualHours: annual)
        subtotal.sums[key, default: 0] += Int128(amount)
      }
    }
  }
}

extension Subtotal {
  /// Without cells in which there is nothing.
  var bare: Subtotal {
    Subtotal(
      counts: counts.filter { $0.value != 0 }, sums: sums.filter { $0.value != 0 },
      fractions: fractions.filter { $0.value != Fraction() },
      answers: answers.compactMapValues { columns in
        let last = columns.lastIndex { $0 != Answered() }
        return last.map { Array(columns[...$0]) }
      })
  }
}
