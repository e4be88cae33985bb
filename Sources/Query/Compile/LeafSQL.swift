import Domain

/// One leaf as SQL: a SELECT for each of its parts, over one source of rows, in the breakdowns that this source serves.
struct LeafSQL {
  let question: LeafQuestion
  let source: RowSource
  /// Those without `sexe`, each a grouping set; a sum is kept apart by association in any case.
  let sets: [[Dimension]]
  /// Those with it: a unit stands in the row of each sex that its rows give, and is asked for by itself.
  let bySex: [[Dimension]]

  init(_ question: LeafQuestion, _ source: RowSource, _ breakdowns: [[Dimension]]) {
    self.question = question
    self.source = source
    if question.isSum {
      sets = distinct(breakdowns.map { Set($0).union([.association]).sorted() })
      bySex = []
    } else {
      sets = breakdowns.filter { !$0.contains(.sexe) }
      bySex = breakdowns.filter { $0.contains(.sexe) }
    }
  }

  /// Its parts, each a query whose columns are ``ResultColumn``.
  var selects: [String] {
    let first = question.optionalColumns.first
    var selects = select(.value, asking: first)
    for column in question.optionalColumns.dropFirst() { selects += select(.answers(column), asking: column) }
    if case .countEver(_, _?) = question.term.measure {
      selects += select(.now, asking: first)
      for column in question.optionalColumns.dropFirst() { selects += select(.answersNow(column), asking: column) }
    }
    if case .attendance = question.term.measure { selects += select(.expected, asking: nil) }
    if question.countsContributors { selects.append(contributors) }
    return selects
  }

  private func select(_ part: LeafRow.Part, asking column: Field?) -> [String] {
    let query = GroupedQuery(
      leaf: question.id + part.suffix, span: source.hasSpans ? "span" : "'mois'", rows: rows(part, asking: column),
      isSum: question.isSum, countsRows: source.isMeeting || question.isSum, answers: column != nil,
      counts: !part.isAnswers)
    return (sets.isEmpty ? [] : [query.text(sets)]) + bySex.map { query.text(bySex: $0) }
  }

  /// The rows that are asked: `unit`, whether it is `kept`, whether it has the column `filled`, and what it adds.
  private func rows(_ part: LeafRow.Part, asking column: Field?) -> String {
    let conditions = question.term.conditions
    // Who is asked about a column meets all conditions but those on it.
    let isConditioned = column.map(question.askedColumns.contains) ?? false
    let own = isConditioned ? conditions.filter { $0.field.column == column } : []
    let others = isConditioned ? conditions.filter { $0.field.column != column } : conditions
    var columns =
      ["programme", "month"] + (source.hasSpans ? ["span"] : [])
      + used.map(cellColumn)
    columns.append("\(question.unit) AS unit")
    columns.append(flag(own.map(source.sql)) + " AS kept")
    if let column { columns.append(flag([source.isFilled(column)]) + " AS filled") }
    if question.isSum || source.isMeeting { columns.append("\(amount(part)) AS amount") }
    if question.isSum { columns.append("\(annualHours) AS hours_a_year") }
    let conditionsAsked = asked(part) + others.map(source.sql)
    return "SELECT \(columns.joined(separator: ", "))\n    FROM \(source.name)"
      + (conditionsAsked.isEmpty ? "" : "\n    WHERE " + conditionsAsked.map { "(\($0))" }.joined(separator: " AND "))
  }

  private var used: [Dimension] { Set((sets + bySex).joined()).sorted() }

  /// A row that is its own unit stands in the cell of its own sex, or of the unknown (4).
  private func cellColumn(_ dimension: Dimension) -> String {
    dimension == .sexe && question.isSum ? "CASE WHEN sexe = 0 THEN 4 ELSE sexe END AS sexe" : dimension.id
  }

  private func flag(_ conditions: [String]) -> String {
    conditions.isEmpty
      ? "1" : "CASE WHEN " + conditions.map { "(\($0))" }.joined(separator: " AND ") + " THEN 1 ELSE 0 END"
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
  private var contributors: String {
    let span =
      "FROM \(source.name) JOIN spans ON \(source.name).month >= spans.since AND \(source.name).month <= spans.month"
    let columns =
      ["\(source.name).programme AS programme", "spans.month AS month", "spans.span AS span"]
      + used.map(cellColumn) + ["poste", "salarie"]
    let conditions = question.term.conditions.map(source.sql) + ["\(amount(.value)) > 0"]
    let rows =
      "SELECT \(columns.joined(separator: ", "))\n    \(span)\n    WHERE "
      + conditions.map { "(\($0))" }.joined(separator: " AND ")
    return GroupedQuery(
      leaf: question.id + LeafRow.Part.persons.suffix, span: "span", rows: rows, isSum: false, countsRows: false,
      answers: false, counts: true,
      value:
        "COUNT(DISTINCT CASE WHEN salarie <> 0 THEN salarie END) + COUNT(DISTINCT poste) - COUNT(DISTINCT CASE WHEN salarie <> 0 THEN poste END)"
    ).text(question.breakdowns)
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
