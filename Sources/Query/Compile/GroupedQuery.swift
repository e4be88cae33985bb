import Domain

/// Rows counted or added up in the cells of some breakdowns.
struct GroupedQuery {
  let leaf: String
  /// SQL for the span: a text, or the rows' column.
  let span: String
  /// The query that gives the rows.
  let rows: String
  /// Kept apart by `association` and `hours_a_year` as well.
  let isSum: Bool
  /// Each row is its own unit: `amount` is added up. Otherwise distinct `unit`s are counted.
  let countsRows: Bool
  /// Whether rows have `filled`.
  let answers: Bool
  /// Whether there is a value besides the answers.
  let counts: Bool
  /// Another value than those.
  var value: String?

  private var keys: [String] { ["programme", "month"] + (span == "span" ? ["span"] : []) }

  /// In each of these breakdowns; a blank is in no cell of its own.
  func text(_ sets: [[Dimension]]) -> String {
    let used = Set(sets.joined()).sorted()
    var given: [ResultColumn: String] = common
    for dimension in used { given[ResultColumn(dimension)] = dimension.id }
    if isSum { given[.annual_hours] = "hours_a_year" }
    if counts { given[.value] = value ?? (countsRows ? total("CASE WHEN kept = 1 THEN amount END") : distinct("kept")) }
    if answers {
      given[.answered] = countsRows ? total("filled") : distinct("filled")
      given[.asked] = countsRows ? "COUNT(*)" : "COUNT(DISTINCT unit)"
    }
    let keys = keys + (isSum ? ["hours_a_year"] : [])
    let groups = sets.map { "(" + (keys + $0.map(\.id)).joined(separator: ", ") + ")" }
    let blank = used.filter(\.mayBeBlank).map { "COALESCE(\($0.id), 1) <> 0" }
    return
      "SELECT \(ResultColumn.list(given))\n  FROM (\(rows)) AS asked_rows\n  GROUP BY GROUPING SETS (\(groups.joined(separator: ", ")))"
      + (blank.isEmpty ? "" : "\n  HAVING " + blank.joined(separator: " AND "))
  }

  /// A breakdown by sex: first what each unit's rows say in the cell, then a row for each sex, and one (4) for the units of which
  /// no row says it.
  func text(bySex breakdown: [Dimension]) -> String {
    let others = breakdown.filter { $0 != .sexe }
    let keys = keys + others.map(\.id)
    var flags: [String] = []
    for (name, test) in [("kept", "kept = 1"), ("asked", "1 = 1"), ("filled", "filled = 1")]
    where answers || name == "kept" {
      for sex in 0...3 { flags.append("MAX(CASE WHEN \(test) AND sexe = \(sex) THEN 1 ELSE 0 END) AS \(name)_\(sex)") }
    }
    let units =
      "SELECT \((keys + ["unit"] + flags).joined(separator: ", "))\n    FROM (\(rows)) AS asked_rows\n    GROUP BY \((keys + ["unit"]).joined(separator: ", "))"
    var given = common
    for dimension in others { given[ResultColumn(dimension)] = dimension.id }
    given[.sexe] = "sex.code"
    if counts { given[.value] = total(GroupedQuery.bySex("kept", known: "kept")) }
    if answers {
      given[.answered] = total(GroupedQuery.bySex("filled", known: "asked"))
      given[.asked] = total(GroupedQuery.bySex("asked", known: "asked"))
    }
    let blank = others.filter(\.mayBeBlank).map { "\($0.id) <> 0" }
    let codes = (1...4).map { "SELECT \($0) AS code" }.joined(separator: " UNION ALL ")
    return "SELECT \(ResultColumn.list(given))\n  FROM (\(units)) AS units CROSS JOIN (\(codes)) AS sex"
      + (blank.isEmpty ? "" : "\n  WHERE " + blank.joined(separator: " AND "))
      + "\n  GROUP BY \((keys + ["sex.code"]).joined(separator: ", "))"
  }

  /// What a unit adds to the row of a sex: its own flag; to the fourth, the flag of rows without, where none of the `known` says one.
  private static func bySex(_ flag: String, known: String) -> String {
    "CASE sex.code WHEN 1 THEN \(flag)_1 WHEN 2 THEN \(flag)_2 WHEN 3 THEN \(flag)_3"
      + " ELSE CASE WHEN \(known)_1 + \(known)_2 + \(known)_3 = 0 THEN \(flag)_0 ELSE 0 END END"
  }

  private var common: [ResultColumn: String] {
    [.leaf: "'\(leaf)'", .span: span, .programme: "programme", .month: "month"]
  }

  private func total(_ column: String) -> String { "CAST(COALESCE(SUM(\(column)), 0) AS BIGINT)" }
  private func distinct(_ flag: String) -> String { "COUNT(DISTINCT CASE WHEN \(flag) = 1 THEN unit END)" }
}

extension ResultColumn {
  init(_ dimension: Dimension) {
    guard let column = ResultColumn(rawValue: dimension.id) else { preconditionFailure("a dimension without a column") }
    self = column
  }
}

extension Dimension {
  /// Rows may give none.
  fileprivate var mayBeBlank: Bool {
    switch self {
    case .axe, .commune, .dispositif: true
    case .association, .instance, .sexe: false
    }
  }
}
