import Domain

/// Where a mapping's headers stand in a file, beside the columns of the contract.
struct MappedPlaces {
  /// By condition of ``Mapping/keep``.
  var keep: [Int] = []
  /// Of the year, where a month stands in two cells; the month's own place is its column's.
  var year = -1
  /// Headers that are months, in the file's order.
  var months: [(month: Month, place: Int)] = []
  /// Headers that the mapping names and the file has not: `« Durée » (heures)`.
  var missing: [String] = []

  var all: Set<Int> { Set(keep + [year] + months.map(\.place)) }
  func place(of month: Month) -> Int? { months.first { $0.month == month }?.place }
}

/// Looks for a mapping's headers in a line.
struct MappedNames {
  let mapping: Mapping
  let columns: [ExportColumn]

  struct Reading {
    /// Of each column of the contract that the mapping names, or -1.
    var positions: [Int]
    /// Places that no other column is looked for at.
    var claimed: Set<Int> = []
    var mapped = MappedPlaces()
    /// What stands in several places.
    var twice: (what: String, places: [Int])?
  }

  func reading(of cells: [String], _ forms: [String]) -> Reading {
    var reading = Reading(positions: Array(repeating: -1, count: columns.count))
    func place(of header: String, for what: String) -> Int {
      let form = normalForm(header)
      let found = forms.indices.filter { forms[$0] == form }
      if found.count > 1 { reading.twice = reading.twice ?? (what, found) }
      if found.isEmpty { reading.mapped.missing.append("« \(printable(header)) » (\(what))") }
      return found.first ?? -1
    }
    for (index, column) in columns.enumerated() {
      guard let source = mapping.columns[column.id] else { continue }
      switch source.origin {
      case .header(let header): reading.positions[index] = place(of: header, for: column.id)
      case .yearAndMonth(let year, let month):
        reading.mapped.year = place(of: year, for: column.id)
        reading.positions[index] = place(of: month, for: column.id)
      case .constant, .monthCell: break
      }
    }
    reading.mapped.keep = mapping.keep.map { place(of: $0.header, for: "keep") }
    if mapping.months == .columns { findMonths(cells, &reading) }
    reading.claimed = Set(reading.positions + [reading.mapped.year] + reading.mapped.months.map(\.place))
      .subtracting([-1])
    return reading
  }

  private func findMonths(_ cells: [String], _ reading: inout Reading) {
    let own = Set(reading.positions + reading.mapped.keep)
    let months = cells.indices.compactMap { index in
      own.contains(index) ? nil : month(cells[index]).map { (month: $0, place: index) }
    }
    reading.mapped.months = months
    if months.isEmpty { reading.mapped.missing.append("un en-tête par mois (\(mapping.value ?? ""))") }
    for (month, places) in Dictionary(grouping: months, by: \.month).sorted(by: { $0.key < $1.key })
    where places.count > 1 {
      reading.twice = reading.twice ?? (month.french, places.map(\.place))
    }
  }

  private func month(_ cell: String) -> Month? {
    Array(cell.utf8).withUnsafeBufferPointer { cell in cell.isEmpty ? nil : (try? monthValue(cell))?.month }
  }

  /// Whether a column of the contract needs no header.
  func isSupplied(_ column: ExportColumn) -> Bool {
    switch mapping.columns[column.id]?.origin {
    // One that is named and not there is told by its own name.
    case .some: true
    case nil: column.id == Mapping.monthColumn(of: .etp) && mapping.months != .rows
    }
  }
}
