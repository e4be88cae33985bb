import Glibc

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

  /// As a copy says all of it, run by run: a late edition's would be a megabyte.
  package var texts: [ArraySlice<UInt8>] { runs.map { $0.source.text(of: $0.rows) } }

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
  /// How an edition's list is written behind others: what one of them has stands where it does, the rest with the edition. A month later
  /// one of them stands, all of it, at the beginning. What is behind is mostly another with rows put in between, so both are gone through
  /// side by side; what is not at hand is looked up.
  init(_ records: ArraySlice<Record>, of edition: String, behind before: [EditionList]) {
    let whole = before.indices.filter { before[$0].begins(records) }.max { before[$0].count < before[$1].count }
    runs = whole.map { before[$0].runs } ?? []
    let start = count
    let records = Array(records.dropFirst(start))
    let places = before.indices.filter { $0 != whole }.flatMap { before[$0].runs }
      .flatMap { run in run.rows.map { Place(source: run.source, row: $0) } }
    lazy var known = Dictionary(
      places.enumerated().map { ($1.source.hash(of: $1.row), $0) }, uniquingKeysWith: { first, _ in first })
    var next = 0
    func isSame(_ row: Int, _ place: Int) -> Bool {
      records[row].isSame(as: places[place].source.records[places[place].row])
    }
    let found = records.indices.map { row -> Place? in
      var place = next
      if !places.indices.contains(place) || !isSame(row, place) {
        // Where two texts have one hash, the row is written again: no harm is done.
        guard !places.isEmpty, let other = known[OwnRows<Record>.hash(of: Record.text([records[row]])[...])],
          isSame(row, other)
        else { return nil }
        place = other
      }
      next = place + 1
      return places[place]
    }
    let own = OwnRows(
      edition: edition, records.indices.filter { found[$0] == nil }.map { (position: start + $0, record: records[$0]) })
    var written = 0
    for (position, place) in found.enumerated() {
      let place = place ?? Place(source: own, row: written)
      if place.source === own { written += 1 }
      append(place.source, place.row, at: start + position)
    }
  }

  /// Whether all of it, without a gap, is what a list begins with.
  private func begins(_ records: ArraySlice<Record>) -> Bool {
    var next = records.startIndex
    for run in runs {
      guard run.position == next - records.startIndex, run.rows.count <= records.endIndex - next,
        areSame(run.source.records[run.rows], records[next..<next + run.rows.count])
      else { return false }
      next += run.rows.count
    }
    return true
  }

  private struct Place {
    let source: OwnRows<Record>
    let row: Int
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

/// Records that are the same objects need not be looked at.
private func areSame<Record: ListedRecord>(_ some: ArraySlice<Record>, _ others: ArraySlice<Record>) -> Bool {
  let areIdentical = some.withUnsafeBytes { some in
    others.withUnsafeBytes { others in
      guard some.count == others.count, let first = some.baseAddress, let second = others.baseAddress else {
        return false
      }
      return memcmp(first, second, some.count) == 0
    }
  }
  return areIdentical || some.count == others.count && zip(some, others).allSatisfy { $0.isSame(as: $1) }
}
