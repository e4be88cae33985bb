import Domain

/// What a field of a row holds, for the row to be counted: a condition of the catalogue or a member of a breakdown, which are one thing to
/// whoever reads a report.
enum Facet: Hashable, Sendable {
  /// One of these codes. 0 is a blank.
  case among(Set<UInt32>)
  /// Anything, in a field that has no closed list.
  case known
  case range(ClosedRange<Int>)
  /// Whatever fails a test on a field that has no closed list.
  case failing(Condition.Test)

  init(_ condition: Condition, _ territory: Territory) {
    let all = condition.field.codebook.map { Set($0.entries.map { UInt32($0.code) }) }
    switch (condition.test, condition.isExcluded, all) {
    case (.oneOf(let codes), false, _): self = .among(codes)
    case (.oneOf(let codes), true, let all?): self = .among(all.union([0]).subtracting(codes))
    case (.known, false, let all?): self = .among(all)
    case (.known, true, _): self = .among([0])
    case (.known, false, nil): self = .known
    case (.withinTerritory, false, _): self = .among(Set(territory.communes.map(\.code.packed)))
    case (.range(let from, let to), false, _) where (from ?? .min) <= (to ?? .max):
      self = .range((from ?? .min)...(to ?? .max))
    default: self = .failing(condition.test)
    }
  }

  /// Whoever shows the one shows the other.
  func isInside(_ other: Facet) -> Bool {
    if self == other { return true }
    switch (self, other) {
    case (.among(let codes), .among(let others)): return codes.isSubset(of: others)
    case (.among(let codes), .known): return !codes.contains(0)
    case (.among(let codes), .failing(.oneOf(let others))): return codes.isDisjoint(with: others)
    case (.range(let range), .range(let other)):
      return other.lowerBound <= range.lowerBound && range.upperBound <= other.upperBound
    case (.range, .known): return true
    default: return false
    }
  }

  /// No field holds both.
  func excludes(_ other: Facet) -> Bool {
    switch (self, other) {
    case (.among(let codes), .among(let others)): return codes.isDisjoint(with: others)
    case (.among([0]), .range), (.range, .among([0])), (.among([0]), .known), (.known, .among([0])): return true
    case (.range(let range), .range(let other)): return !range.overlaps(other)
    default: return false
    }
  }

  /// Both at once, where that is one facet.
  func meeting(_ other: Facet) -> Facet? {
    if isInside(other) { return self }
    if other.isInside(self) { return other }
    switch (self, other) {
    case (.among(let codes), .among(let others)): return .among(codes.intersection(others))
    case (.range(let range), .range(let other)) where range.overlaps(other): return .range(range.clamped(to: other))
    default: return nil
    }
  }
}
