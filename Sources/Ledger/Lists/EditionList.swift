/// A list of an edition, as runs of rows that stand side by side where they were written first.
package struct EditionList<Record: EditionRow & Sendable>: Sendable {
  package struct Run: Sendable {
    /// Place of its first row in the list.
    package let position: Int
    package let source: OwnRows<Record>
    /// Of the source's rows.
    package var rows: Range<Int>

    /// Place of its first row in the source edition's list.
    var start: Int { source.positions[rows.lowerBound] }
  }
  package private(set) var runs: [Run]

  init(_ runs: [Run]) { self.runs = runs }

  package var count: Int { runs.reduce(0) { $0 + $1.rows.count } }

  package var records: [Record] { mapped { $0.records } }

  /// The list with each row as something else; `values` has one for each row of a source.
  package func mapped<Value, Failed: Error>(
    _ values: (OwnRows<Record>) throws(Failed) -> [Value]
  ) throws(Failed) -> [Value] {
    var known: [ObjectIdentifier: [Value]] = [:]
    var list: [Value] = []
    list.reserveCapacity(count)
    for run in runs {
      let source = ObjectIdentifier(run.source)
      if known[source] == nil { known[source] = try values(run.source) }
      list.append(contentsOf: known[source]![run.rows])
    }
    return list
  }

  /// As a copy says all of it.
  package var text: [UInt8] {
    var text: [UInt8] = []
    for run in runs { text.append(contentsOf: run.source.text(of: run.rows)) }
    return text
  }

  /// The editions whose rows are in it, each once.
  package var sources: [OwnRows<Record>] {
    var known: Set<ObjectIdentifier> = []
    return runs.compactMap { known.insert(ObjectIdentifier($0.source)).inserted ? $0.source : nil }
  }

  /// Those taken over.
  func inherited(by edition: String) -> [Run] { runs.filter { $0.source.edition != edition } }

  /// The same as a copy says them.
  package func copied(by edition: String) -> [CopiedList.Run] {
    inherited(by: edition).map {
      CopiedList.Run(position: $0.position, length: $0.rows.count, edition: $0.source.edition, start: $0.start)
    }
  }

  /// Those that this edition wrote itself; nil: none.
  package func own(of edition: String) -> OwnRows<Record>? { runs.first { $0.source.edition == edition }?.source }
}

extension EditionList where Record: ListedRecord {
  /// How an edition's list is written behind others: what one of them has stands where it does, the rest with the edition. Lists are
  /// mostly one of those with rows put in between, so both are gone through side by side; what is not at hand is looked up.
  ///
  /// Rows are the same where their texts are, byte for byte: Swift's texts are the same, too, where one writes é as two characters.
  init(_ records: [Record], of edition: String, behind before: [EditionList]) {
    let whole = OwnRows(edition: edition, records.enumerated().map { (position: $0, record: $1) })
    let places = before.flatMap(\.runs).flatMap { run in run.rows.map { (source: run.source, row: $0) } }
    func isSame(_ place: Int, _ row: Int) -> Bool {
      let (source, other) = places[place]
      return whole.text(of: row..<(row + 1)) == source.text(of: other..<(other + 1))
        && Record.more.allSatisfy { $0.value(records[row]) == $0.value(source.records[other]) }
    }
    lazy var known = Dictionary(
      places.indices.map { (places[$0].source.text(of: places[$0].row..<(places[$0].row + 1)), $0) },
      uniquingKeysWith: { first, _ in first })
    var next = 0
    let found = records.indices.map { row -> Int? in
      var place = next < places.count && isSame(next, row) ? next : nil
      if place == nil, !places.isEmpty, let other = known[whole.text(of: row..<(row + 1))], isSame(other, row) {
        place = other
      }
      if let place { next = place + 1 }
      return place
    }
    let own = OwnRows(
      edition: edition, records.indices.filter { found[$0] == nil }.map { (position: $0, record: records[$0]) })
    runs = []
    var written = 0
    for (position, place) in found.enumerated() {
      let (source, row) = place.map { places[$0] } ?? (own, written)
      if place == nil { written += 1 }
      append(source, row, at: position)
    }
  }

  private mutating func append(_ source: OwnRows<Record>, _ row: Int, at position: Int) {
    if let last = runs.last, last.source === source, last.rows.upperBound == row,
      source.positions[row] == source.positions[row - 1] + 1
    {
      runs[runs.count - 1].rows = last.rows.lowerBound..<(row + 1)
    } else {
      runs.append(Run(position: position, source: source, rows: row..<(row + 1)))
    }
  }
}
