import Domain

/// Something hidden that must not be computed back: a count, or the difference of a rate's denominator and numerator.
struct Target: Hashable {
  /// Of the publication, by its place, the cell that is hidden.
  let publication: Int
  let key: Figures.Key
  let terms: [Relation.Term]
  /// How wide the interval must be in which an outsider finds it who does not know which cells are small.
  let width: Int
  /// It is hidden for another's sake.
  let isSecondary: Bool
  /// The candidate that must be hidden for it to be a target at all; nil: it is hidden in any case.
  var candidate: Int?
}

extension CountSystem {
  /// What a hidden cell hides.
  func targets(of key: Figures.Key, in publication: Int, _ mark: Confidentiality, threshold: Int) -> [Target] {
    func spot(_ count: Int) -> Int? {
      spots[publication][Spot(count: count, horizon: key.horizon, cell: key.cell)]
    }
    func target(_ terms: [(Int, Int)]) -> Target {
      Target(
        publication: publication, key: key,
        terms: terms.map { Relation.Term(unknown: $0.0, coefficient: $0.1) }, width: threshold,
        isSecondary: mark == .D)
    }
    func isSmall(_ number: Int) -> Bool { number != 0 && abs(number) < threshold }
    switch counts.figures[key.indicator] {
    case .count(let count)?: return spot(count).map { [target([($0, 1)])] } ?? []
    case .made(let made, let parts)?:
      let smallParts = parts.keys.sorted().compactMap(spot).filter { isSmall(truth($0)) }
      let value = spot(made)
      return
        (mark == .D ? [value].compactMap { $0 } : smallParts + (smallParts.isEmpty ? [value].compactMap { $0 } : []))
        .map { target([($0, 1)]) }
    case .rate(let of, let over)?:
      guard mark == .C else { return [] }
      let (numerator, denominator) = (of.flatMap(spot), over.flatMap(spot))
      var found = [numerator, denominator].compactMap { $0 }.filter { isSmall(truth($0)) }.map { target([($0, 1)]) }
      if let numerator, let denominator, isSmall(truth(denominator) - truth(numerator)) {
        found.append(target([(denominator, 1), (numerator, -1)]))
      }
      return found
    case .telling?, nil: return []
    }
  }
}
