/// Who looks at what is published.
enum Outside {
  /// Does not know what the marks mean.
  case unmarked
  /// Knows what they mean, and of each D on which side its number stands: more than anybody does.
  case sided
  /// Knows what they mean: D is 0, or at least k.
  case marked
}

extension Puzzle {
  /// What somebody makes of it.
  init(_ evidence: Evidence, _ outside: Outside, _ extent: Extent) {
    var low = evidence.unknowns.map { unknown in
      unknown.mayBeNegative ? -Puzzle.endless : extent == .before ? unknown.leastBefore : unknown.least
    }
    var high = evidence.unknowns.map { _ in Puzzle.endless }
    for (place, unknown) in evidence.unknowns.enumerated()
    where extent == .everything ? unknown.isShown : unknown.isShownBefore {
      (low[place], high[place]) = (unknown.number, unknown.number)
    }
    var equations = evidence.equations.compactMap { extent != .before || $0.isOld ? $0.equation : nil }
    for (mark, isOld) in evidence.marks where outside != .unmarked && (extent == .everything || isOld) {
      let place = mark.unknown
      switch mark.meaning {
      case .few:
        low[place] = max(low[place], 1)
        high[place] = min(high[place], mark.threshold - 1)
      case .noneOrMany where outside == .sided:
        if evidence.number(place) == 0 {
          high[place] = min(high[place], 0)
        } else {
          low[place] = max(low[place], mark.threshold)
        }
      case .noneOrMany:
        guard low[place] != high[place] else { continue }
        // A switch: off is 0, on is at least k.
        let switched = low.count
        low.append(0)
        high.append(1)
        let most = min(high[place], 20_000 + mark.threshold)
        low[place] = max(low[place], 0)
        equations.append(
          Equation([Weight(place: place, times: 1), Weight(place: switched, times: -mark.threshold)], 0, nil))
        equations.append(Equation([Weight(place: place, times: 1), Weight(place: switched, times: -most)], nil, 0))
      }
    }
    self.init(low: low, high: high, equations)
  }
}
