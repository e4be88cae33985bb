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
