import Domain

/// What leaves are counted over: the tables' rows typed, jobs with their first months, registers in use, meetings held each once.
func subqueries(spans: [LeafSpan], upTo last: Month) -> [(name: String, text: String)] {
  let typed: [(String, FactTable)] = [
    ("job_rows", .jobs), ("path_rows", .paths), ("meeting_rows", .meetings), ("delivery_rows", .deliveries),
    ("member_rows", .memberships),
  ]
  return typed.map { ($0.0, typedRows($0.1)) } + [
    ("spans", spansSQL(spans)), ("job_firsts", jobFirsts), ("job_facts", jobFacts(upTo: last)),
    ("registers", registers), ("windows", windows), ("path_facts", pathFacts),
    ("held_meetings", heldMeetings(own: false, upTo: last)), ("own_meetings", heldMeetings(own: true, upTo: last)),
  ]
}

/// An engine that reads a CSV without being told types takes an empty column for text.
private func typedRows(_ table: FactTable) -> String {
  let columns = table.columns.map { "CAST(\($0.name) AS BIGINT) AS \($0.name)" }.joined(separator: ", ")
  return "SELECT \(columns)\n  FROM \(table.rawValue)"
}

private func spansSQL(_ spans: [LeafSpan]) -> String {
  spans.map { span in
    "SELECT \(span.month.index) AS month, \(span.from?.index ?? 0) AS since, '\(span.id)' AS span"
  }.joined(separator: "\n  UNION ALL ")
}

private let jobFirsts: String = {
  let firsts = JobStatus.allCases.map {
    "MIN(CASE WHEN statut = \($0.rawValue) THEN month END) AS \($0.firstMonth)"
  }
  return "SELECT programme, poste, \(firsts.joined(separator: ", "))\n  FROM job_rows GROUP BY programme, poste"
}()

private func jobFacts(upTo last: Month) -> String {
  let firsts = JobStatus.allCases.map { "job_firsts.\($0.firstMonth)" }.joined(separator: ", ")
  return """
    SELECT job_rows.*, \(firsts)
      FROM job_rows JOIN job_firsts ON job_firsts.programme = job_rows.programme AND job_firsts.poste = job_rows.poste
      WHERE job_rows.month <= \(last.index)
    """
}

/// Of each association, the newest register accepted by a month, and no later than its membership.
private let registers = """
  SELECT delivery_rows.programme AS programme, delivery_rows.association AS association, asked_months.month AS month, MAX(delivery_rows.month) AS register
    FROM delivery_rows
    JOIN member_rows ON member_rows.programme = delivery_rows.programme AND member_rows.association = delivery_rows.association
    JOIN (SELECT DISTINCT month FROM spans) AS asked_months ON delivery_rows.month <= asked_months.month
    WHERE delivery_rows.kind = \(FactTable.code(of: .beneficiaires)) AND delivery_rows.accepted = 1 AND delivery_rows.month <= member_rows.until
    GROUP BY delivery_rows.programme, delivery_rows.association, asked_months.month
  """

/// The part of each span in which an association is a member, and its register then.
private let windows = """
  SELECT registers.programme AS programme, registers.association AS association, registers.register AS register, spans.month AS month, spans.span AS span,
      CASE WHEN spans.since > member_rows.since THEN spans.since ELSE member_rows.since END AS low,
      CASE WHEN spans.month < member_rows.until THEN spans.month ELSE member_rows.until END AS high
    FROM registers
    JOIN spans ON spans.month = registers.month
    JOIN member_rows ON member_rows.programme = registers.programme AND member_rows.association = registers.association
  """

private let pathFacts: String = {
  let columns = FactTable.paths.columns.filter { $0.name != "month" }.map { "path_rows.\($0.name) AS \($0.name)" }
  return """
    SELECT \(columns.joined(separator: ", ")), windows.month AS month, windows.span AS span, windows.low AS low, windows.high AS high
      FROM path_rows
      JOIN windows ON windows.programme = path_rows.programme AND windows.association = path_rows.association AND windows.register = path_rows.month
      WHERE windows.low <= windows.high
    """
}()

/// Meetings that some report says were held: members present are the union, numbers the largest that is given.
private func heldMeetings(own: Bool, upTo last: Month) -> String {
  let keys = ["programme", "month", "reunion", "instance", "axe"] + (own ? ["association"] : [])
  return """
    SELECT \(keys.joined(separator: ", ")), MAX(listed) AS listed, MAX(expected) AS expected, COUNT(DISTINCT member) AS present, MAX(participants) AS participants, MAX(partenaires) AS partenaires
      FROM meeting_rows WHERE month <= \(last.index)
      GROUP BY \(keys.joined(separator: ", "))
      HAVING MAX(held) = 1
    """
}
