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
  package let runs: [Run]
  /// Lines of its own by their places, each with its end; ascending.
  package let own: [(position: Int, line: ArraySlice<UInt8>)]

  /// nil: rows and runs do not fill the list without a gap.
  init?(_ text: [UInt8], _ runs: [Run]) {
    self.runs = runs.sorted { $0.position < $1.position }
    var own: [(position: Int, line: ArraySlice<UInt8>)] = []
    var rest = text[...]
    var position = 0
    func next() -> ArraySlice<UInt8>? {
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
      guard position == run.position, run.length > 0, run.start >= 0, run.start < Int.max - run.length else {
        return nil
      }
      position += run.length
    }
    while let line = next() {
      own.append((position, line))
      position += 1
    }
    guard rest.isEmpty else { return nil }
    self.own = own
  }

  /// All rows as text, with those of others' copies; nil: one is not there.
  package func whole(_ other: (String) -> CopiedList?) -> [UInt8]? {
    var text: [UInt8] = []
    var nextOwn = 0
    func addOwn(before end: Int) {
      while nextOwn < own.count, own[nextOwn].position < end {
        text += own[nextOwn].line
        nextOwn += 1
      }
    }
    for run in runs {
      addOwn(before: run.position)
      guard let source = other(run.edition), let lines = source.lines(run.start..<(run.start + run.length)) else {
        return nil
      }
      for line in lines { text += line.line }
    }
    addOwn(before: Int.max)
    return text
  }

  /// Lines of its own at these places; nil: one is not there.
  private func lines(_ places: Range<Int>) -> ArraySlice<(position: Int, line: ArraySlice<UInt8>)>? {
    guard let first = own.firstIndex(where: { $0.position == places.lowerBound }) else { return nil }
    let lines = own[first...].prefix(places.count)
    return lines.count == places.count && lines.last?.position == places.upperBound - 1 ? lines : nil
  }
}
