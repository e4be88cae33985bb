import Domain

/// What each header word stands for in an association's exports of a kind, and what must be there.
struct ColumnNames {
  private let columns: [ExportColumn]
  /// The contract's words, and its aliases.
  private let common: [String: Int]
  /// The association's own names of each column that it names.
  private var own: [(column: Int, names: Set<String>)] = []
  /// Of a file that is read through a mapping.
  private let mapped: MappedNames?

  init(kind: ExportKind, association: Association, mapping: Mapping? = nil) {
    columns = ExportSchema.of(kind).columns
    mapped = mapping.map { MappedNames(mapping: $0, columns: ExportSchema.of(kind).columns) }
    common = ColumnNames.common[kind] ?? [:]
    for (index, column) in columns.enumerated() {
      if let names = association.columns[kind]?[column.id], !names.isEmpty {
        own.append((index, Set(names.map(normalForm))))
      }
    }
  }

  /// By normal form, of each kind: the same for every association, and for every file.
  private static let common: [ExportKind: [String: Int]] = Dictionary(
    uniqueKeysWithValues: ExportKind.allCases.map { kind in
      var places: [String: Int] = [:]
      for (index, column) in ExportSchema.of(kind).columns.enumerated() {
        for name in [column.id] + column.aliases { places[normalForm(name)] = index }
      }
      return (kind, places)
    })

  var count: Int { columns.count }

  struct Reading {
    /// Where each column of the contract stands, or -1.
    var positions: [Int]
    /// A column of the contract, or a header of a mapping, that stands in several places.
    var twice: (column: String, places: [Int])?
    var mapped: MappedPlaces?
  }

  /// Where the association names headers for a column and the file has one, no other is taken for that column, and that header
  /// for no other column.
  func reading(of cells: [String]) -> Reading {
    let forms = cells.map(normalForm)
    var places: [[Int]] = Array(repeating: [], count: columns.count)
    var claimed: Set<Int> = []
    let others = mapped?.reading(of: cells, forms)
    if let others {
      places = others.positions.map { $0 < 0 ? [] : [$0] }
      claimed = others.claimed
    }
    /// What the mapping says of a column goes before all names.
    func isOpen(_ column: Int) -> Bool { mapped?.mapping.columns[columns[column].id] == nil }
    for (column, names) in own where isOpen(column) {
      let found = forms.indices.filter { names.contains(forms[$0]) && !claimed.contains($0) }
      places[column] = found
      claimed.formUnion(found)
    }
    let named = Set(columns.indices.filter { !places[$0].isEmpty })
    for index in forms.indices where !claimed.contains(index) {
      guard let column = common[forms[index]], !named.contains(column), isOpen(column) else { continue }
      places[column].append(index)
    }
    let twice = columns.indices.first { places[$0].count > 1 }.map { (columns[$0].id, places[$0]) }
    return Reading(
      positions: places.map { $0.first ?? -1 }, twice: twice ?? others?.twice.map { ($0.what, $0.places) },
      mapped: others?.mapped)
  }

  /// The required columns that have no place; those of which one is enough are one.
  func missing(_ reading: Reading) -> [String] {
    func isThere(_ column: Int) -> Bool {
      reading.positions[column] >= 0 || mapped?.isSupplied(columns[column]) == true
    }
    var missing =
      (reading.mapped?.missing ?? [])
      + columns.indices.filter { columns[$0].presence == .required && !isThere($0) }.map { columns[$0].id }
    let alternatives = columns.indices.filter { columns[$0].presence == .oneOf }
    if !alternatives.isEmpty, !alternatives.contains(where: isThere) {
      missing.append(alternatives.map { columns[$0].id }.joined(separator: " ou "))
    }
    return missing
  }
}
