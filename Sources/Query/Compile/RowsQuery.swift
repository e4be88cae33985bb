import Domain

/// Leaves that add up the same rows, in one pass: each row is its own unit.
struct RowsQuery {
  let together: CountedTogether
  /// SQL; what makes FTE of hours is kept apart.
  let annualHours: String?
  let counts: [LeafCount]

  var text: String {
    var columns = Columns(prefix: "sum")
    let leaves = counts.map { count in
      let asked = columns.name(of: "CASE WHEN \(all(count.asked)) THEN 1 ELSE 0 END")
      return CellLeaf(
        count,
        value: count.kept.map {
          columns.name(of: "CASE WHEN \(all(count.asked + $0)) THEN \(count.amount ?? "1") END")
        },
        answered: count.filled.map { columns.name(of: "CASE WHEN \(all(count.asked + $0)) THEN 1 ELSE 0 END") },
        asked: count.filled == nil ? nil : asked, present: asked)
    }
    let breakdowns = distinct(counts.flatMap(\.breakdowns))
    let dimensions = Set(breakdowns.joined()).sorted()
    let hours = annualHours == nil ? [] : ["hours_a_year"]
    let rows =
      (together.keys + dimensions.map(\.ofRow) + (annualHours.map { ["\($0) AS hours_a_year"] } ?? [])
      + columns.definitions)
      .joined(separator: ", ")
    return CellsQuery(
      together: together, dimensions: dimensions, leaves: leaves,
      cells: "SELECT \((together.keys + dimensions.map(\.id) + hours + columns.sums).joined(separator: ", "))"
        + "\n    FROM (SELECT \(rows)\n      FROM \(together.source.name)) AS asked_rows"
        + "\n    " + Dimension.groupingSets(together.keys, breakdowns, hours)
    ).text
  }
}
