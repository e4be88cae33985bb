import Domain

/// A row of the result for each leaf and cell, of rows that hold a cell with what all leaves counted in it.
struct CellsQuery {
  let together: CountedTogether
  let dimensions: [Dimension]
  let leaves: [CellLeaf]
  /// The query that gives the cells: their keys, dimensions (empty where they are not broken down by one), counts.
  let cells: String

  var text: String {
    var given: [ResultColumn: String] = [
      .leaf: "leaves.leaf", .span: together.span, .programme: "programme", .month: "month", .value: choice(\.value),
      .answered: choice(\.answered), .asked: choice(\.asked),
    ]
    for dimension in dimensions { given[ResultColumn(dimension)] = dimension.id }
    if case .rows(_?) = together.way { given[.annual_hours] = "hours_a_year" }
    return
      "SELECT \(ResultColumn.list(given))\n  FROM (\(cells)) AS cells CROSS JOIN (\n\(names)) AS leaves\n  WHERE "
      + (["CASE leaves.place\(cases { present($0) }) ELSE 0 END > 0"] + dimensions.compactMap(\.isNamed)).joined(
        separator: " AND ")
  }

  private var names: String {
    leaves.enumerated().map { place, leaf in
      "    -- \(leaf.indicators.joined(separator: ", "))\n"
        + "    \(place == 0 ? "" : "UNION ALL ")SELECT \(place) AS place, '\(leaf.leaf)' AS leaf\n"
    }.joined() + "  "
  }

  private func cases(_ text: (CellLeaf) -> String?) -> String {
    leaves.enumerated().compactMap { place, leaf in text(leaf).map { " WHEN \(place) THEN \($0)" } }.joined()
  }

  private func choice(_ column: (CellLeaf) -> String?) -> String {
    let cases = cases(column)
    return cases.isEmpty ? ResultColumn.nothing : "CASE leaves.place\(cases) END"
  }

  /// Its count, in the breakdowns that it is wanted in.
  private func present(_ leaf: CellLeaf) -> String {
    let counted = distinct(leaves.flatMap(\.breakdowns))
    guard leaf.breakdowns.count < counted.count else { return leaf.present }
    let wanted = leaf.breakdowns.map { breakdown in
      "(" + dimensions.map { "\($0.id) IS \(breakdown.contains($0) ? "NOT " : "")NULL" }.joined(separator: " AND ")
        + ")"
    }
    return "CASE WHEN \(wanted.joined(separator: " OR ")) THEN \(leaf.present) ELSE 0 END"
  }
}
