import Domain

extension Outsider.Marks {
  /// What one mark says of one number, in steps from the truth; two marks of the same number both hold.
  mutating func add(_ others: [MarkedNumber], _ system: CountSystem) {
    for other in others {
      switch other {
      case .count(let unknown, let steps):
        bounds[unknown] = bounds[unknown].map { $0.clamped(to: steps) } ?? steps
      case .difference(let over, let of, let steps): differences.append((over, of, steps))
      }
    }
  }
}

/// What a mark says of a number: between which steps from the truth it stands.
enum MarkedNumber {
  case count(Int, ClosedRange<Int>)
  case difference(over: Int, of: Int, ClosedRange<Int>)

  var count: Int? { if case .count(let unknown, _) = self { unknown } else { nil } }
}

extension CountSystem {
  /// Differences of which marks speak are numbered after the unknowns.
  func place(ofDifference number: Int) -> Int { unknowns.count + number }

  /// C: a small count stands behind it. D: none does. Of a rate's numbers, an outsider is taken to know which is the small one.
  func marks(of key: Figures.Key, in publication: Int, _ mark: Confidentiality, threshold: Int) -> [MarkedNumber] {
    func spot(_ count: Int?) -> Int? {
      count.flatMap { spots[publication][Spot(count: $0, horizon: key.horizon, cell: key.cell)] }
    }
    func steps(_ number: Int) -> ClosedRange<Int>? { markedSteps(number, mark, threshold: threshold) }
    func marked(_ unknown: Int?) -> [MarkedNumber] {
      unknown.flatMap { place in steps(truth(place)).map { [.count(place, $0)] } } ?? []
    }
    switch counts.figures[key.indicator] {
    case .count(let count)?: return marked(spot(count))
    case .rate(let of, let over)?:
      let (numerator, denominator) = (spot(of), spot(over))
      var found = [numerator, denominator].flatMap(marked)
      // A small numerator explains a C already: it tells nothing of the difference then.
      if mark == .C, !found.isEmpty { return found }
      if let numerator, let denominator, let range = steps(truth(denominator) - truth(numerator)) {
        found.append(.difference(over: denominator, of: numerator, range))
      }
      return found
    case .made?, .telling?, nil: return []
    }
  }

  /// From the truth to the ends of what the mark allows; nil: it says nothing of this number.
  private func markedSteps(_ number: Int, _ mark: Confidentiality, threshold: Int) -> ClosedRange<Int>? {
    switch mark {
    case .C: return (1..<threshold).contains(number) ? (1 - number)...(threshold - 1 - number) : nil
    // None, or at least k: the gap between is no interval, and he is taken to know on which side the number stands.
    case .D:
      if number == 0 { return 0...0 }
      return number >= threshold ? (threshold - number)...Freedom.endless : nil
    case .F: return nil
    }
  }
}
