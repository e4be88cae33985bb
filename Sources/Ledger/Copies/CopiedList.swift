/// A list as a copy has it: rows of its own, and runs of rows that stand in the copies of editions before.
package struct CopiedList {
  /// Neighbours here that are neighbours there.
  package struct Run: Hashable, Sendable {
    /// Place of the first row in this list.
    package let position: Int
    package let length: Int
    /// `2022-05.1`
    package let edition: String
    /// Place of the first row in that edition's list.
    package let start: Int
  }
  package typealias Line = ArraySlice<UInt8>

  package let runs: [Run]
  /// Lines of its own by their places, each with its end; ascending.
  package let own: [(position: Int, line: Line)]

  /// nil: rows and runs do not fill the list without a gap.
  init?(_ text: [UInt8], _ runs: [Run]) {
    self.runs = runs.sorted { $0.position < $1.position }
    var own: [(position: Int, line: Line)] = []
    var rest = text[...]
    var position = 0
    func next() -> Line? {
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      defer { rest = rest[(end + 1)...] }
      return rest[...end]
    }
    for run in self.runs {
      while position < run.position {
        guard let line = next() else { return nil }
        own.append((position, line))
        position += 1
      }
      guard position == run.position, run.length > 0, (0...Int.max - run.length).contains(run.start),
        // No list is so long; and no sum of two is too large.
        run.length < 1 << 40
      else { return nil }
      position += run.length
      guard position < 1 << 40 else { return nil }
    }
    while let line = next() {
      own.append((position, line))
      position += 1
    }
    guard rest.isEmpty else { return nil }
    self.own = own
  }

  /// Gives all rows as text to `add`, with those of others' copies; false: one is not there.
  package func forEachLine(_ other: (String) -> CopiedList?, _ add: (Line) -> Void) -> Bool {
    var nextOwn = 0
    func addOwn(before end: Int) {
      while nextOwn < own.count, own[nextOwn].position < end {
        add(own[nextOwn].line)
        nextOwn += 1
      }
    }
    for run in runs {
      addOwn(before: run.position)
      guard let lines = other(run.edition)?.lines(run.start..<(run.start + run.length)) else { return false }
      for line in lines { add(line.line) }
    }
    addOwn(before: Int.max)
    return true
  }

  /// Lines of its own at these places; nil: one is not there.
  private func lines(_ places: Range<Int>) -> ArraySlice<(position: Int, line: Line)>? {
    let first = own.partitioningIndex { $0.position >= places.lowerBound }
    guard own.count - first >= places.count, own[first].position == places.lowerBound,
      own[first + places.count - 1].position == places.upperBound - 1
    else { return nil }
    return own[first..<(first + places.count)]
  }
}
