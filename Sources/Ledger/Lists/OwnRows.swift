/// Rows of one list that an edition wrote itself, in the order of their places in it. Those that it has in common with an edition
/// before stand there, word for word, and are read there once, however many editions take them over.
package final class OwnRows<Record: EditionRow & Sendable>: Sendable {
  /// `2022-05.1`
  package let edition: String
  package let records: [Record]
  /// Of each record, its place in the edition's whole list; ascending.
  package let positions: [Int]
  /// As a copy says them, and where each begins there; one more, for the end.
  private let text: [UInt8]
  private let lines: [Int]
  /// Of each record's text, for looking it up.
  private let hashes: [Int]

  init(edition: String, _ rows: [(position: Int, record: Record)]) {
    self.edition = edition
    records = rows.map(\.record)
    positions = rows.map(\.position)
    let text = Record.text(rows.map(\.record))
    self.text = text
    // No line feed stands inside a row: CopyText writes it as two letters.
    let lines = [0] + text.indices.filter { text[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    self.lines = lines
    hashes = rows.indices.map { OwnRows.hash(of: text[lines[$0]..<lines[$0 + 1]]) }
  }

  package func text(of rows: Range<Int>) -> ArraySlice<UInt8> { text[lines[rows.lowerBound]..<lines[rows.upperBound]] }

  func hash(of row: Int) -> Int { hashes[row] }
  static func hash(of text: ArraySlice<UInt8>) -> Int {
    var hasher = Hasher()
    text.withUnsafeBytes { hasher.combine(bytes: $0) }
    return hasher.finalize()
  }

  /// One run for each stretch of neighbours.
  var runs: [EditionList<Record>.Run] {
    var runs: [EditionList<Record>.Run] = []
    var first = 0
    for row in positions.indices where row + 1 == positions.count || positions[row + 1] != positions[row] + 1 {
      runs.append(EditionList.Run(position: positions[first], source: self, rows: first..<(row + 1)))
      first = row + 1
    }
    return runs
  }

  /// The rows at these places; a damaged ledger may have lost some.
  func rows(at places: Range<Int>) -> Range<Int> {
    let first = positions.partitioningIndex { $0 >= places.lowerBound }
    return first..<max(first, positions.partitioningIndex { $0 >= places.upperBound })
  }
}

extension Array {
  /// In an ascending order, the first that fulfils what all behind it fulfil; their count: none does.
  func partitioningIndex(where isBehind: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
