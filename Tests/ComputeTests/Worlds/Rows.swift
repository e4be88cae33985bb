import Domain

/// A row of an `etp` export.
struct Job {
  var job: UInt32
  var status: JobStatus
  /// 0: nobody holds the job.
  var employee: UInt32 = 0
  var axis: String? = "x"
  var contract = Contract.cdi
  /// Ten-thousandths; nil: blank.
  var fte: Int32? = 10_000
  /// Hundredths of an hour; nil: blank.
  var hours: Int64?
  var scheme: Scheme?
  var sex: Sex?
  var commune = World.inside
  var end: String?

  init(
    _ job: UInt32, _ status: JobStatus, employee: UInt32 = 0, axis: String = "x", contract: Contract = .cdi,
    fte: Int32? = 10_000, hours: Int64? = nil, scheme: Scheme? = nil, sex: Sex? = nil,
    in commune: CommuneCode = World.inside,
    end: String? = nil
  ) {
    self.job = job
    self.status = status
    self.employee = employee
    self.axis = axis
    self.contract = contract
    self.fte = fte
    self.hours = hours
    self.scheme = scheme
    self.sex = sex
    self.commune = commune
    self.end = end
  }
}

/// A row of a register.
struct Path {
  var person: UInt32
  var entry: String
  var exit: String?
  var outcome: Outcome?
  /// 0: none.
  var key: UInt32 = 0
  var scheme = Scheme.aci
  var axis = "x"
  var sex: Sex?
  /// A day, or a year alone.
  var birth: String?
  var rsa: YesNo?
  var monthsUnemployed: Int32?
  var commune: CommuneCode?

  init(
    _ person: UInt32, _ entry: String, _ exit: String? = nil, _ outcome: Outcome? = nil, key: UInt32 = 0,
    scheme: Scheme = .aci, axis: String = "x", sex: Sex? = nil, born birth: String? = nil, rsa: YesNo? = nil,
    monthsUnemployed: Int32? = nil, in commune: CommuneCode? = nil
  ) {
    self.person = person
    self.entry = entry
    self.exit = exit
    self.outcome = outcome
    self.key = key
    self.scheme = scheme
    self.axis = axis
    self.sex = sex
    self.birth = birth
    self.rsa = rsa
    self.monthsUnemployed = monthsUnemployed
    self.commune = commune
  }
}

/// A row of a `reunions` export.
struct Meeting {
  var day: String
  var instance: String
  var axis: String?
  var state = MeetingState.tenue
  var members: [String]?
  var participants: Int?
  var partners: Int?

  init(
    _ day: String, _ instance: String, axis: String? = nil, _ state: MeetingState = .tenue, members: [String]? = nil,
    participants: Int? = nil, partners: Int? = nil
  ) {
    self.day = day
    self.instance = instance
    self.axis = axis
    self.state = state
    self.members = members
    self.participants = participants
    self.partners = partners
  }
}

private func code(ofAxis id: String?) -> UInt8 { id == "x" ? 1 : id == "y" ? 2 : 0 }

extension JobRows {
  mutating func append(_ row: Job, line: Int) {
    self.line.append(UInt32(line))
    job.append(row.job)
    employee.append(row.employee)
    axis.append(code(ofAxis: row.axis))
    contract.append(row.contract.rawValue)
    status.append(row.status.rawValue)
    scheme.append(row.scheme?.rawValue ?? 0)
    sex.append(row.sex?.rawValue ?? 0)
    commune.append(row.commune.packed)
    fullTimeEquivalent.append(row.fte ?? -1)
    hours.append(row.hours.map { $0 * 100 } ?? -1)
    start.append(Int32.min)
    end.append(row.end.map { day($0).number } ?? Int32.min)
  }
}

extension PathRows {
  mutating func append(_ row: Path, line: Int) {
    self.line.append(UInt32(line))
    beneficiary.append(row.person)
    sharedKey.append(row.key)
    scheme.append(row.scheme.rawValue)
    axis.append(code(ofAxis: row.axis))
    entry.append(day(row.entry).number)
    exit.append(row.exit.map { day($0).number } ?? Int32.min)
    outcome.append(row.outcome?.rawValue ?? 0)
    sex.append(row.sex?.rawValue ?? 0)
    birth.append(row.birth.map { $0.count == 4 ? PathRows.yearOnly - Int32($0)! : day($0).number } ?? Int32.min)
    rsa.append(row.rsa?.rawValue ?? 0)
    rqth.append(0)
    qpv.append(0)
    monthsUnemployed.append(row.monthsUnemployed ?? -1)
    commune.append(row.commune?.packed ?? 0)
  }
}

/// An indicator of one measure; the unit plays no part in what is computed.
func indicator(
  _ measure: Measure, _ conditions: [Condition] = [], id: String = "i", by: [[Dimension]] = [],
  _ horizons: [Horizon] = [.mois]
) -> Indicator {
  Indicator(
    id: id, label: Label(fr: id), definition: Label(fr: id), unit: .postes, decimals: 0,
    term: Term(measure, conditions: conditions), breakdowns: by, horizons: horizons)
}

func isOne(_ field: Field, _ codes: [UInt32]) -> Condition { Condition(field, .oneOf(Set(codes))) }
func isNone(_ field: Field, _ codes: [UInt32]) -> Condition { Condition(field, .oneOf(Set(codes)), isExcluded: true) }
func isOne(_ status: JobStatus...) -> Condition { isOne(.statut, status.map { UInt32($0.rawValue) }) }
func isNone(_ status: JobStatus...) -> Condition { isNone(.statut, status.map { UInt32($0.rawValue) }) }

func indicator(_ measure: Measure, _ horizons: [Horizon], id: String = "i") -> Indicator {
  indicator(measure, [], id: id, horizons)
}
