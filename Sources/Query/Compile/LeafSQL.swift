import Domain

/// One leaf as SQL: what each of its parts counts over one source of rows, in the breakdowns that this source serves.
struct LeafSQL {
  let question: LeafQuestion
  let source: RowSource
  /// A sum is kept apart by association in any case.
  let breakdowns: [[Dimension]]

  init(_ question: LeafQuestion, _ source: RowSource, _ breakdowns: [[Dimension]]) {
    self.question = question
    self.source = source
    self.breakdowns =
      question.isSum ? distinct(breakdowns.map { Set($0).union([.association]).sorted() }) : breakdowns
  }

  /// With which other leaves it is counted.
  var together: CountedTogether {
    let isRows = question.isSum || source.isMeeting
    return CountedTogether(
      source: source, way: isRows ? .rows(annualHours: question.isSum ? annualHours : nil) : .units(question.unit))
  }

  /// Its parts.
  var counts: [LeafCount] {
    let first = question.optionalColumns.first
    var counts = [count(.value, asking: first)]
    counts += question.optionalColumns.dropFirst().map { count(.answers($0), asking: $0) }
    if case .countEver(_, _?) = question.term.measure {
      counts.append(count(.now, asking: first))
      counts += question.optionalColumns.dropFirst().map { count(.answersNow($0), asking: $0) }
    }
    if case .attendance = question.term.measure { counts.append(count(.expected, asking: nil)) }
    return counts
  }

  private func count(_ part: LeafRow.Part, asking column: Field?) -> LeafCount {
    let conditions = question.term.conditions
    // Who is asked about a column meets all conditions but those on it.
    let isConditioned = column.map(question.askedColumns.contains) ?? false
    let own = isConditioned ? conditions.filter { $0.field.column == column } : []
    let others = isConditioned ? conditions.filter { $0.field.column != column } : conditions
    return LeafCount(
      leaf: question.id + part.suffix, indicators: question.indicators, asked: asked(part) + others.map(source.sql),
      kept: part.isAnswers ? nil : own.map(source.sql), filled: column.map { [source.isFilled($0)] },
      amount: question.isSum || source.isMeeting ? amount(part) : nil, breakdowns: breakdowns)
  }

  /// What the measure asks of a row before its conditions.
  private func asked(_ part: LeafRow.Part) -> [String] {
    switch question.term.measure {
    case .countFirst(let status, let after):
      return ["statut = \(status.rawValue)", "\(status.firstMonth) = month"]
        + (after.map { ["\($0.firstMonth) < month"] } ?? [])
    case .countEver(let status, let now?) where part.isNow:
      return ["statut = \(now.rawValue)", "\(status.firstMonth) IS NULL OR \(status.firstMonth) > month"]
    case .countEver(let status, _): return ["statut = \(status.rawValue)", "\(status.firstMonth) = month"]
    case .countStock(.salarie): return ["salarie <> 0"]
    case .countPaths(.date_entree, _): return ["entry_month >= low", "entry_month <= high"]
    case .countPaths(.date_sortie, let minimumStay):
      return ["exit_month >= low", "exit_month <= high"] + (minimumStay ? ["long_stay = 1"] : [])
    case .countPersons: return ["entry_month <= high", "exit_month IS NULL OR exit_month >= low"]
    default: return []
    }
  }

  // MARK: Sums

  /// Of a job, hours ÷ H × 12 where they stand in for the FTE; the division is not the engine's.
  private var usesHours: String {
    if case .sumStock(_, preferHours: true) = question.term.measure { return "heures IS NOT NULL" }
    return "heures IS NOT NULL AND etp IS NULL"
  }

  private var annualHours: String {
    question.sumsHours ? "0" : "CASE WHEN \(usesHours) THEN COALESCE(annual_hours, 0) ELSE 0 END"
  }

  /// In ten-thousandths; NULL where a row adds nothing.
  private func amount(_ part: LeafRow.Part) -> String {
    switch question.term.measure {
    case .sumStock, .sumFlow:
      if question.sumsHours { return "heures" }
      return
        "CASE WHEN NOT (\(usesHours)) THEN COALESCE(etp, 0) WHEN annual_hours IS NOT NULL THEN heures END"
    case .sumMeetings(let amount): return "\(amount.rawValue) * \(Quantity.scale)"
    case .attendance: return "CASE WHEN listed = 1 THEN \(part == .expected ? "expected" : "present") END"
    default: return "1"
    }
  }

  /// Persons behind the sums of each cell over each span, each once: employees, and where a row names none, whoever holds its
  /// job; a row that adds nothing has nobody behind it.
  var contributors: String? {
    guard question.countsContributors else { return nil }
    let used = Set(question.breakdowns.joined()).sorted()
    let keys = ["programme", "month", "span"]
    let rows =
      "SELECT \(source.name).programme AS programme, spans.month AS month, spans.span AS span, "
      + (used.map(\.ofRow) + ["poste", "salarie"]).joined(separator: ", ")
      + "\n    FROM \(source.name) JOIN spans ON \(source.name).month >= spans.since AND \(source.name).month <= spans.month"
      + "\n    WHERE " + all(question.term.conditions.map(source.sql) + ["\(amount(.value)) > 0"])
    var given: [ResultColumn: String] = [
      .leaf: "'\(question.id + LeafRow.Part.persons.suffix)'", .span: "span", .programme: "programme", .month: "month",
      .value:
        "COUNT(DISTINCT CASE WHEN salarie <> 0 THEN salarie END) + COUNT(DISTINCT poste) - COUNT(DISTINCT CASE WHEN salarie <> 0 THEN poste END)",
    ]
    for dimension in used { given[ResultColumn(dimension)] = dimension.id }
    let named = used.compactMap(\.isNamed)
    return
      "SELECT \(ResultColumn.list(given))\n  FROM (\(rows)) AS asked_rows\n  \(Dimension.groupingSets(keys, question.breakdowns))"
      + (named.isEmpty ? "" : "\n  HAVING " + named.joined(separator: " AND "))
  }
}

extension RowSource {
  fileprivate var isMeeting: Bool { if case .meetings = self { true } else { false } }
}

extension LeafRow.Part {
  fileprivate var isAnswers: Bool {
    switch self {
    case .answers, .answersNow: true
    default: false
    }
  }

  fileprivate var isNow: Bool {
    switch self {
    case .now, .answersNow: true
    default: false
    }
  }
}

extension LeafQuestion {
  /// Amounts of rows, kept apart by association.
  var isSum: Bool { term.measure.isSum }

  fileprivate var sumsHours: Bool {
    switch term.measure {
    case .sumStock(.heures, _), .sumFlow(.heures): true
    default: false
    }
  }

  /// What is counted once.
  fileprivate var unit: String {
    switch term.measure {
    case .countStock(.salarie): "salarie"
    case .countPersons: "personne"
    case .countPaths: "parcours"
    case .countMeetings, .sumMeetings, .attendance: "reunion"
    default: "poste"
    }
  }
}

extension JobStatus {
  /// The column of a job's first month in it.
  var firstMonth: String { "first_\(id)" }
}
