import Domain

/// Warns where hours and FTE tell different stories.
struct HoursCheck {
  private let month: Month
  /// Full-time hours of a year in ten-thousandths, by scheme's code; 0: nobody gave them.
  private let annual: [Int64]
  private let counted: [Reference.FullTimeHours.Counted]

  init(_ reference: Reference, month: Month) {
    self.month = month
    let hours = [reference.hours(of: nil, in: month)] + Scheme.allCases.map { reference.hours(of: $0, in: month) }
    annual = hours.map { $0?.annual.tenThousandths ?? 0 }
    counted = hours.map { $0?.counted ?? .paid }
  }

  func check(_ source: RowSource, _ declared: Int64?, _ paid: Int64?, scheme: UInt8) throws {
    guard let paid else { return }
    let annual = annual[Int(scheme)]
    guard annual > 0 else { throw MissingFullTimeHours(scheme: Scheme(rawValue: scheme), month: month) }
    // FTE from hours, in ten-thousandths, is paid × 12 × 10⁴ ÷ annual: compared without dividing.
    let fromHours = Int128(paid) * 120_000
    if let declared {
      if (Int128(declared) * Int128(annual) - fromHours).magnitude > UInt128(annual) * 200 { warnOfGap(source) }
    } else if fromHours > Int128(annual) * 11_000 {
      warnOfExcess(source, counted[Int(scheme)])
    }
  }

  private func warnOfGap(_ source: RowSource) {
    source.warn(
      .fteHoursGap, column: JobColumn.etp,
      rule: "l'ETP déclaré et celui des heures s'écartent de plus de 0,02 ; l'ETP déclaré est retenu",
      remedy: "vérifier l'ETP et les heures")
  }

  private func warnOfExcess(_ source: RowSource, _ counted: Reference.FullTimeHours.Counted) {
    let word = counted == .paid ? "payées" : "travaillées"
    source.warn(
      .fteAboveOne, column: JobColumn.heures,
      rule: "ces heures font plus de 1,10 ETP (l'année de référence compte des heures \(word))",
      remedy: "vérifier les heures, et que ce sont des heures \(word)")
  }

  /// Warns of an employee, or a job, whose rows come to more than 1.10 FTE together.
  func checkTotals(_ rows: JobRows, _ spreadsheetRows: [UInt32], _ source: RowSource, jobs: Int, employees: Int) {
    warnOfTotals(rows, rows.job, count: jobs, spreadsheetRows, source, JobColumn.poste_id)
    warnOfTotals(rows, rows.employee, count: employees, spreadsheetRows, source, JobColumn.salarie_id)
  }

  /// In ten-thousandths, rounded down: ample for a warning.
  private func fullTimeEquivalent(_ rows: JobRows, _ row: Int) -> Int64 {
    let declared = rows.fullTimeEquivalent[row]
    guard declared < 0 else { return Int64(declared) }
    let annual = annual[Int(rows.scheme[row])]
    return annual > 0 ? Int64(Int128(rows.hours[row]) * 120_000 / Int128(annual)) : 0
  }

  private func warnOfTotals(
    _ rows: JobRows, _ numbers: [UInt32], count: Int, _ spreadsheetRows: [UInt32],
    _ source: RowSource, _ column: JobColumn
  ) {
    // By number: what its rows come to, and how many they are.
    var totals = [Int64](repeating: 0, count: count + 1)
    var rowCounts = [UInt32](repeating: 0, count: count + 1)
    for row in numbers.indices {
      let number = Int(numbers[row])
      totals[number] += fullTimeEquivalent(rows, row)
      rowCounts[number] += 1
    }
    rowCounts[0] = 0
    // One row alone is told of where it is read. Whose place is known has it, below zero, for a total.
    var places: [[Int]] = []
    for row in numbers.indices where rowCounts[Int(numbers[row])] > 1 {
      let number = Int(numbers[row])
      if totals[number] > 11_000 {
        totals[number] = Int64(-1 - places.count)
        places.append([])
      }
      // What will not be listed is counted alone.
      guard totals[number] < 0, totals[number] >= -FileFindings.perCode else { continue }
      places[Int(-1 - totals[number])].append(row)
    }
    for places in places {
      guard !places.isEmpty else {
        source.findings.count(column == .poste_id ? .jobAboveOne : .employeeAboveOne)
        continue
      }
      let position = source.place(of: column.place)
      let isJob = column == .poste_id
      source.findings.add(
        isJob ? .jobAboveOne : .employeeAboveOne, .warning, line: Int(rows.line[places[0]]),
        row: Int(spreadsheetRows[places[0]]), otherLines: places.dropFirst().map { Int(rows.line[$0]) },
        column: position, header: source.name(of: column.place),
        rule: "\(places.count) lignes du même \(isJob ? "poste" : "salarié") font ensemble plus de 1,10 ETP",
        remedy: "vérifier qu'aucune ligne n'est en double et que chaque ETP est celui du mois")
    }
  }
}
