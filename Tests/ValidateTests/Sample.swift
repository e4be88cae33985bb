import Domain

/// A programme of two associations, and months of theirs.
enum Sample {
  static let start = Month(year: 2021, number: 1)

  static func definitions(explained: [Acknowledged.Explained] = []) -> Definitions {
    let associations = ["adds", "afeji"].map {
      Association(id: $0, label: $0.uppercased(), commune: CommuneCode("62587")!, memberFrom: start)
    }
    let hours = ([nil] + Scheme.allCases.map { $0 }).map {
      Reference.FullTimeHours(
        scheme: $0, validFrom: Day(year: 2002, month: 1, day: 1), annual: Quantity(1820), counted: .paid,
        source: "essai")
    }
    return Definitions(
      programme: Programme(
        id: "essai", label: Label(fr: "Essai"), start: start,
        territory: Territory(id: "cahc", label: Label(fr: "CAHC"), communes: []), axes: [], instances: [],
        associations: associations),
      catalogue: Catalogue([]), funders: [], reference: Reference(vintages: [], fullTimeHours: hours),
      acknowledged: Acknowledged(explained: explained))
  }

  static func month(_ index: Int) -> Month { start.advanced(by: index) }

  /// A month of jobs, each of one employee.
  static func jobs(
    _ index: Int, fte: [Int32], hours: [Int64] = [], status: JobStatus = .existant, association: Int = 0
  ) -> JobRows {
    var rows = JobRows(association: association, month: month(index), file: "etp-\(month(index)).csv")
    for (number, amount) in fte.enumerated() {
      rows.line.append(UInt32(number + 2))
      rows.job.append(UInt32(number + 1))
      rows.employee.append(UInt32(number + 1))
      rows.status.append(status.rawValue)
      rows.scheme.append(0)
      rows.fullTimeEquivalent.append(amount)
      rows.hours.append(number < hours.count ? hours[number] : -1)
    }
    return rows
  }

  static func meetings(_ index: Int, held: Int, planned: Int = 0, association: Int = 0) -> MeetingRows {
    var rows = MeetingRows(association: association, month: month(index), file: "reunions-\(month(index)).csv")
    rows.rows = (0..<held + planned).map {
      MeetingRow(
        line: $0 + 2, day: Day(number: month(index).firstDay.number + Int32($0)), instance: 0, axis: nil,
        state: $0 < held ? .tenue : .planifiee, members: nil, participants: nil, partners: nil)
    }
    return rows
  }
}
