import Domain
import SeededNumbers

extension World {
  /// Three associations, ten months, some files late, jobs and persons that wander.
  static func random(_ seed: Int) -> World {
    var random = Seeded(UInt64(seed))
    var world = World { $0.associations[0].owes = [.etp, .beneficiaires, .reunions] }
    world.fullTime(nil, "2002-01-01", hours: 1820)
    world.fullTime(.aci, "2002-01-01", hours: 1607)
    for month in Month("2021-07")!...Month("2022-04")! {
      for association in ["a", "b", "c"] where Int.random(in: 0..<8, using: &random) > 0 {
        world.addJobs(association, month, using: &random)
        world.addPaths(association, month, using: &random)
        world.addMeetings(association, month, using: &random)
      }
    }
    return world
  }

  private mutating func addJobs(_ association: String, _ month: Month, using random: inout Seeded) {
    jobs(association, "\(month)")
    for job in UInt32(1)...8 where Bool.random(using: &random) {
      let status = JobStatus.allCases.randomElement(using: &random)!
      for employee in UInt32(0)...UInt32.random(in: 0...2, using: &random) {
        let row = Job(
          job, status, employee: employee * 10 + job % 3, axis: ["x", "y"].randomElement(using: &random)!,
          fte: Int32.random(in: 0...10_000, using: &random),
          hours: Bool.random(using: &random) ? Int64.random(in: 0...15_167, using: &random) : nil,
          scheme: [nil, .aci].randomElement(using: &random)!, sex: [nil, .f, .h, .x].randomElement(using: &random)!,
          in: [World.inside, World.insideToo, World.elsewhere].randomElement(using: &random)!)
        facts.jobs[last(association, month)].append(row, line: 0)
      }
    }
  }

  private func last(_ association: String, _ month: Month) -> Int {
    facts.jobs.firstIndex { $0.month == month && $0.association == programme.index(of: association)! }!
  }

  private mutating func addPaths(_ association: String, _ month: Month, using random: inout Seeded) {
    register(association, "\(month)")
    for person in UInt32(1)...6 {
      let entry = Day(number: Month("2021-07")!.firstDay.number + Int32.random(in: 0..<300, using: &random))
      let stay = Int32.random(in: 0..<200, using: &random)
      let row = Path(
        person, entry.description, Bool.random(using: &random) ? Day(number: entry.number + stay).description : nil,
        .durable, key: Bool.random(using: &random) ? UInt32.random(in: 1...4, using: &random) : 0,
        axis: ["x", "y"].randomElement(using: &random)!, sex: [nil, .f, .h].randomElement(using: &random)!,
        rsa: [nil, .oui, .non].randomElement(using: &random)!, in: World.inside)
      facts.registers[facts.registers.count - 1].append(row, line: 0)
    }
  }

  private mutating func addMeetings(_ association: String, _ month: Month, using random: inout Seeded) {
    meetings(association, "\(month)")
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      let instance = Int.random(in: 0..<4, using: &random)
      let row = MeetingRow(
        line: 0, day: Day(number: month.firstDay.number + Int32.random(in: 0..<4, using: &random)), instance: instance,
        axis: instance == 3 ? Int.random(in: 0...1, using: &random) : nil,
        state: MeetingState.allCases.randomElement(using: &random)!,
        members: Bool.random(using: &random) ? [Int.random(in: 0..<3, using: &random)] : nil,
        participants: Bool.random(using: &random) ? Int.random(in: 0..<30, using: &random) : nil, partners: nil)
      facts.meetings[facts.meetings.count - 1].rows.append(row)
    }
  }

  /// Rows of every file, and files within their month, in another order.
  mutating func shuffle(using random: inout Seeded) {
    for index in facts.jobs.indices {
      facts.jobs[index] = facts.jobs[index].picking(Array(0..<facts.jobs[index].count).shuffled(using: &random))
    }
    facts.jobs.shuffle(using: &random)
    facts.jobs.sort { $0.month < $1.month }
    for index in facts.registers.indices {
      facts.registers[index] = facts.registers[index].picking(
        Array(0..<facts.registers[index].count).shuffled(using: &random))
    }
    facts.registers.shuffle(using: &random)
    for index in facts.meetings.indices { facts.meetings[index].rows.shuffle(using: &random) }
    facts.meetings.shuffle(using: &random)
    facts.deliveries = Deliveries(facts.deliveries.shuffled(using: &random))
  }
}

extension JobRows {
  /// These rows, in this order.
  func picking(_ order: [Int]) -> JobRows {
    var rows = JobRows(association: association, month: month, file: file)
    for row in order {
      rows.line.append(line[row])
      rows.job.append(job[row])
      rows.employee.append(employee[row])
      rows.axis.append(axis[row])
      rows.contract.append(contract[row])
      rows.status.append(status[row])
      rows.scheme.append(scheme[row])
      rows.sex.append(sex[row])
      rows.commune.append(commune[row])
      rows.fullTimeEquivalent.append(fullTimeEquivalent[row])
      rows.hours.append(hours[row])
      rows.start.append(start[row])
      rows.end.append(end[row])
    }
    return rows
  }
}

extension PathRows {
  /// These rows, in this order.
  func picking(_ order: [Int]) -> PathRows {
    var rows = PathRows(association: association, month: month, file: file)
    for row in order {
      rows.line.append(line[row])
      rows.beneficiary.append(beneficiary[row])
      rows.sharedKey.append(sharedKey[row])
      rows.scheme.append(scheme[row])
      rows.axis.append(axis[row])
      rows.entry.append(entry[row])
      rows.exit.append(exit[row])
      rows.outcome.append(outcome[row])
      rows.sex.append(sex[row])
      rows.birth.append(birth[row])
      rows.rsa.append(rsa[row])
      rows.rqth.append(rqth[row])
      rows.qpv.append(qpv[row])
      rows.monthsUnemployed.append(monthsUnemployed[row])
      rows.commune.append(commune[row])
    }
    return rows
  }
}
