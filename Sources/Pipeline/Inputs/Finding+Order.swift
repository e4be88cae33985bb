import Domain

extension [Finding] {
  /// By file, line, column and code: the order in which a person mends them. Equal ones stay in theirs. Places are sorted, by numbers:
  /// a finding is a dozen texts, and comparing and moving a few of them at each step took longer than reading their files.
  package func inOrder() -> [Finding] {
    let places = zip(fileRanks(), self).map { rank, finding in
      (rank: rank, line: finding.line ?? 0, column: finding.column ?? -1)
    }
    let order = indices.sorted { a, b in
      let (left, right) = (places[a], places[b])
      if left != right { return left < right }
      return (self[a].code, a) < (self[b].code, b)
    }
    return order.map { self[$0] }
  }

  /// Their places month by month, as the ledger keeps them: there each edition of a series then has those of the edition before in one
  /// piece for each month, and a piece for each file would be a dozen times as many. ``inOrder()`` gives their own order back; where it
  /// could not, since several months have the same place in a file, they are kept in it.
  var placesByMonth: [Int] {
    let first = lazy.compactMap(\.month).min()
    let ranks = map { finding in finding.month.flatMap { month in first.map { $0.distance(to: month) + 1 } } ?? 0 }
    for place in indices.dropFirst() where ranks[place] < ranks[place - 1] && self[place].isAt(self[place - 1]) {
      return [Int](indices)
    }
    var ends = [Int](repeating: 0, count: (ranks.max() ?? 0) + 2)
    for rank in ranks { ends[rank + 1] += 1 }
    for rank in ends.indices.dropFirst() { ends[rank] += ends[rank - 1] }
    var places = [Int](repeating: 0, count: count)
    for (place, rank) in ranks.enumerated() {
      places[ends[rank]] = place
      ends[rank] += 1
    }
    return places
  }

  /// By finding: how many files stand before its own.
  private func fileRanks() -> [Int] {
    var numbers: [String: Int] = [:]
    var files: [String] = []
    // Most stand beside others of their file.
    var (last, number) = ("", -1)
    let own = map { finding in
      if number >= 0, finding.file == last { return number }
      last = finding.file
      number = numbers[last] ?? files.count
      if number == files.count {
        numbers[last] = number
        files.append(last)
      }
      return number
    }
    var ranks = [Int](repeating: 0, count: files.count)
    for (rank, number) in files.indices.sorted(by: { files[$0] < files[$1] }).enumerated() { ranks[number] = rank }
    return own.map { ranks[$0] }
  }
}

extension Finding {
  /// Whether their order is that in which they were found.
  fileprivate func isAt(_ other: Finding) -> Bool {
    (line ?? 0) == (other.line ?? 0) && (column ?? -1) == (other.column ?? -1) && code == other.code
      && file == other.file
  }
}
