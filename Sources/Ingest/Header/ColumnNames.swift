import Domain

/// What each header word stands for in an association's exports of a kind, and what must be there.
package struct ColumnNames {
  private let columns: [ExportColumn]
  private var indices: [String: Int] = [:]

  /// The contract's own words go before the association's: those can only add.
  package init(kind: ExportKind, association: Association) {
    columns = ExportSchema.of(kind).columns
    for (index, column) in columns.enumerated() {
      for name in [column.id] + column.aliases { indices[normalForm(name)] = index }
    }
    for (index, column) in columns.enumerated() {
      for alias in association.columns[kind]?[column.id] ?? [] where indices[normalForm(alias)] == nil {
        indices[normalForm(alias)] = index
      }
    }
  }

  var count: Int { columns.count }

  /// The column of the contract that a header cell names.
  package func column(_ cell: String) -> Int? { indices[normalForm(cell)] }

  /// The required columns that have no place; those of which one is enough are one.
  func missing(_ positions: [Int]) -> [String] {
    var missing = columns.indices.filter { columns[$0].presence == .required && positions[$0] < 0 }.map {
      columns[$0].id
    }
    let alternatives = columns.indices.filter { columns[$0].presence == .oneOf }
    if !alternatives.isEmpty, alternatives.allSatisfy({ positions[$0] < 0 }) {
      missing.append(alternatives.map { columns[$0].id }.joined(separator: " ou "))
    }
    return missing
  }
}
