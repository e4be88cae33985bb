import Domain

/// What each header word stands for in an association's exports of a kind, and what must be there.
struct ColumnNames {
  private let columns: [ExportColumn]
  /// The contract's words, and its aliases.
  private var common: [String: Int] = [:]
  /// The association's own names of each column that it names.
  private var own: [(column: Int, names: Set<String>)] = []

  init(kind: ExportKind, association: Association) {
    columns = ExportSchema.of(kind).columns
    for (index, column) in columns.enumerated() {
      for name in [column.id] + column.aliases { common[normalForm(name)] = index }
      if let names = association.columns[kind]?[column.id], !names.isEmpty {
        own.append((index, Set(names.map(normalForm))))
      }
    }
  }

  var count: Int { columns.count }

  /// Where each column of the contract stands, or -1; or a column that stands twice, with its places.
  enum Reading {
    case places([Int])
    case twice(column: ExportColumn, [Int], positions: [Int])
  }

  /// Where the association names headers for a column and the file has one, no other is taken for that column, and that header
  /// for no other column.
  func places(of cells: [String]) -> Reading {
    let forms = cells.map(normalForm)
    var places: [[Int]] = Array(repeating: [], count: columns.count)
    var claimed: Set<Int> = []
    for (column, names) in own {
      let found = forms.indices.filter { names.contains(forms[$0]) && !claimed.contains($0) }
      places[column] = found
      claimed.formUnion(found)
    }
    let named = Set(columns.indices.filter { !places[$0].isEmpty })
    for index in forms.indices where !claimed.contains(index) {
      guard let column = common[forms[index]], !named.contains(column) else { continue }
      places[column].append(index)
    }
    let positions = places.map { $0.first ?? -1 }
    if let column = columns.indices.first(where: { places[$0].count > 1 }) {
      return .twice(column: columns[column], places[column], positions: positions)
    }
    return .places(positions)
  }

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
