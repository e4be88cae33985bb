extension Sequence<Month> {
  /// The months in order, those that follow one another as one range.
  package var runs: [ClosedRange<Month>] {
    Set(self).sorted().reduce(into: []) { runs, month in
      if let last = runs.last, last.upperBound.advanced(by: 1) == month {
        runs[runs.count - 1] = last.lowerBound...month
      } else {
        runs.append(month...month)
      }
    }
  }
}
