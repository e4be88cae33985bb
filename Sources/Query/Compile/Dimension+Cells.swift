import Domain

/// How rows fall into the cells of a breakdown.
extension Dimension {
  /// A row's member. One that is its own unit stands in the cell of its own sex, or of the unknown (4).
  var ofRow: String { self == .sexe ? "CASE WHEN sexe = 0 THEN 4 ELSE sexe END AS sexe" : id }

  /// That a cell is no blank's, for a blank is in no cell of its own; nil: there is none. Where cells are not broken down by it, it is empty.
  var isNamed: String? {
    switch self {
    case .axe, .commune, .dispositif: "COALESCE(\(id), 1) <> 0"
    case .association, .instance, .sexe: nil
    }
  }

  /// A set of columns for each breakdown, with what cells are kept apart by besides.
  static func groupingSets(_ keys: [String], _ breakdowns: [[Dimension]], _ others: [String] = []) -> String {
    let sets = breakdowns.map { "(" + (keys + $0.map(\.id) + others).joined(separator: ", ") + ")" }
    return "GROUP BY GROUPING SETS (" + sets.joined(separator: ", ") + ")"
  }
}
