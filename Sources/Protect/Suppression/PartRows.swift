/// The rows of the linear programme of a part, by columns, and which columns they keep together.
struct PartRows {
  struct Row {
    let terms: [(column: Int, coefficient: Int)]
    let lower: Int?
    let upper: Int?
    /// It is kept out of a programme until an answer breaks it: not both its bounds are one.
    let waits: Bool
  }

  private let rows: [Row]
  private let columns: Int
  /// By column, its rows.
  private let uses: [[Int]]
  /// Columns that belong together though no row says so.
  private let joined: [[Int]]

  init(_ rows: [Row], columns: Int, joined: [[Int]]) {
    self.rows = rows
    self.columns = columns
    self.joined = joined.filter { $0.count > 1 }
    var uses = [[Int]](repeating: [], count: columns)
    for (place, row) in rows.enumerated() {
      for term in row.terms { uses[term.column].append(place) }
    }
    self.uses = uses
  }

  /// What is open, by rows and joints from one to the next: each in order, by their first.
  func components(where isOpen: (Int) -> Bool) -> [[Int]] {
    var partition = Partition(count: columns)
    for together in rows.lazy.map({ $0.terms.map(\.column) }) + joined { partition.join(together.lazy.filter(isOpen)) }
    return partition.parts(where: isOpen)
  }

  /// Rows in which one of the columns stands, in order.
  func rows(of columns: [Int]) -> [Row] { Set(columns.flatMap { uses[$0] }).sorted().map { rows[$0] } }

  /// Of everything known of the unknowns of a part, written as steps from the truth.
  static func rows(
    _ system: CountSystem, _ freedom: Freedom, _ marks: Outsider.Marks?, _ places: [Int: Int],
    _ bounds: [(down: Int, up: Int)]
  ) -> [Row] {
    var rows: [Row] = []
    for relation in system.relations where relation.terms.contains(where: { places[$0.unknown] != nil }) {
      // The others are known, and do not move.
      let terms = relation.terms.filter { !freedom.isFixed($0.unknown) }.map {
        (column: places[$0.unknown]!, coefficient: $0.coefficient)
      }
      let value = relation.value(system.truth)
      let row = Row(
        terms: terms, lower: relation.lower.map { $0 - value }, upper: relation.upper.map { $0 - value },
        waits: relation.lower != relation.upper)
      if let row = row.within(bounds) { rows.append(row) }
    }
    for (number, difference) in (marks?.differences ?? []).enumerated() {
      guard let column = places[system.place(ofDifference: number)] else { continue }
      // What is known does not move; what moves stands in the same part.
      let terms = [(difference.over, 1), (difference.of, -1)].compactMap { unknown, sign in
        places[unknown].map { (column: $0, coefficient: sign) }
      }
      rows.append(Row(terms: terms + [(column, -1)], lower: 0, upper: 0, waits: false))
    }
    return rows
  }
}

extension PartRows.Row {
  /// nil: within the bounds it says nothing.
  fileprivate func within(_ bounds: [(down: Int, up: Int)]) -> PartRows.Row? {
    guard terms.count > 1 else { return nil }
    var (fall, rise) = (0, 0)
    for term in terms {
      let bound = bounds[term.column]
      let size = abs(term.coefficient)
      fall += size * (term.coefficient > 0 ? bound.down : bound.up)
      rise += size * (term.coefficient > 0 ? bound.up : bound.down)
    }
    let (needsLower, needsUpper) = (lower.map { -fall < $0 } ?? false, upper.map { rise > $0 } ?? false)
    guard needsLower || needsUpper else { return nil }
    return PartRows.Row(terms: terms, lower: needsLower ? lower : nil, upper: needsUpper ? upper : nil, waits: waits)
  }
}
