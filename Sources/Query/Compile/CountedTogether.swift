import Domain

/// What leaves have in common that one pass over the rows counts together.
struct CountedTogether: Hashable {
  enum Way: Hashable {
    /// Distinct units: the column that numbers them.
    case units(String)
    /// Rows added up, kept apart by association and by this SQL for the hours of a full-time year, if any.
    case rows(annualHours: String?)
  }
  let source: RowSource
  let way: Way

  /// SQL for the span: the rows' column, or a text.
  var span: String { source.hasSpans ? "span" : "'mois'" }
  /// What every cell is of.
  var keys: [String] { ["programme", "month"] + (source.hasSpans ? ["span"] : []) }

  func selects(_ counts: [LeafCount]) -> [String] {
    switch way {
    case .units(let unit):
      let bySex = counts.compactMap { $0.only { $0.contains(.sexe) } }
      let others = counts.compactMap { $0.only { !$0.contains(.sexe) } }
      return (others.isEmpty ? [] : [UnitsQuery(together: self, unit: unit, counts: others, isBySex: false).text])
        + (bySex.isEmpty ? [] : [UnitsQuery(together: self, unit: unit, counts: bySex, isBySex: true).text])
    case .rows(let annualHours): return [RowsQuery(together: self, annualHours: annualHours, counts: counts).text]
    }
  }
}

/// All of the conditions.
func all(_ conditions: [String]) -> String {
  conditions.isEmpty ? "1 = 1" : conditions.map { "(\($0))" }.joined(separator: " AND ")
}
