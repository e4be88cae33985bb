import Domain

/// A catalogue's leaves as one query over the tables of facts: standard SQL that DuckDB, Spark and PostgreSQL run unchanged. Its
/// result has the columns of ``ResultColumn``, whole numbers alone, in no order. `spans` are those over which persons are counted;
/// whatever adds up is answered for every month up to the last of them.
package func catalogueSQL(_ questions: [LeafQuestion], spans: [LeafSpan], comment: [String]) -> String {
  let last = spans.map(\.month).max() ?? Month(index: 0)
  var parts = comment.map { "-- \($0)\n" }.joined() + "WITH\n"
  parts += subqueries(spans: spans, upTo: last).map { "\($0.name) AS (\n  \($0.text)\n)" }.joined(separator: ",\n")
  var selects: [String] =
    [filesSQL, deliveriesSQL, contentsSQL] + rowsSQL + [askedMonths(spans)] + questions.flatMap(markers)
  var counted: [CountedTogether: [LeafCount]] = [:]
  var order: [CountedTogether] = []
  for question in questions {
    guard let kind = question.term.measure.kind else { continue }
    for source in distinct(question.breakdowns.map({ RowSource(kind, $0) })) {
      let leaf = LeafSQL(question, source, question.breakdowns.filter { RowSource(kind, $0) == source })
      if counted[leaf.together] == nil { order.append(leaf.together) }
      counted[leaf.together, default: []] += leaf.counts
      if let contributors = leaf.contributors { selects.append(contributors) }
    }
  }
  selects += order.flatMap { $0.selects(counted[$0] ?? []) }
  return parts + "\n" + selects.joined(separator: "\nUNION ALL\n") + "\n"
}

/// That a question was asked, for an answer of nothing is no row at all: by breakdown, 1 in its dimensions' columns.
private func markers(_ question: LeafQuestion) -> [String] {
  let leaves = [question.id] + (question.countsContributors ? [question.id + LeafRow.Part.persons.suffix] : [])
  return leaves.flatMap { leaf in
    question.breakdowns.map { breakdown in
      var given: [ResultColumn: String] = [.leaf: "'\(leaf)'", .span: "'question'"]
      for dimension in breakdown { given[ResultColumn(dimension)] = "CAST(1 AS BIGINT)" }
      return "SELECT \(ResultColumn.list(given))"
    }
  }
}

private func askedMonths(_ spans: [LeafSpan]) -> String {
  "SELECT DISTINCT \(ResultColumn.list([.leaf: "'month'", .span: "'question'", .month: "CAST(month AS BIGINT)"]))\n  FROM spans"
}

private let filesSQL = """
  SELECT \(ResultColumn.list([
    .leaf: "'facts'", .span: "'mois'", .programme: "programme", .month: "MAX(last_month)", .value: "MAX(numbering)",
  ]))
    FROM member_rows GROUP BY programme
  """

private let deliveriesSQL = deliveries(
  "deliveries", [.value: "accepted + 2 * waived", .answered: "rows_kept", .asked: "rows_kept + rows_refused"])

private let contentsSQL = deliveries("contents", [.value: "content", .asked: "table_rows"])

/// How many rows each export has in its table as it was loaded: it must be as many as it had when it was written.
private let rowsSQL = [("job_rows", ExportKind.etp), ("path_rows", .beneficiaires), ("meeting_rows", .reunions)].map {
  let given: [ResultColumn: String] = [
    .leaf: "'rows \($1.id)'", .span: "'mois'", .programme: "programme", .month: "month", .association: "association",
    .value: "COUNT(*)",
  ]
  return "SELECT \(ResultColumn.list(given))\n  FROM \($0) GROUP BY programme, month, association"
}

/// What became of each export, as rows of a leaf named after its kind.
private func deliveries(_ name: String, _ values: [ResultColumn: String]) -> String {
  let kinds = ExportKind.allCases.map { "WHEN \(FactTable.code(of: $0)) THEN '\(name) \($0.id)'" }
  let given: [ResultColumn: String] = [
    .leaf: "CASE kind \(kinds.joined(separator: " ")) END", .span: "'mois'", .programme: "programme",
    .month: "month", .association: "association",
  ]
  return "SELECT \(ResultColumn.list(given.merging(values) { $1 }))\n  FROM delivery_rows"
}
