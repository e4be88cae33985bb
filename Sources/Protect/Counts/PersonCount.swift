import Domain

/// What is counted of persons: a measure and its conditions, wherever it is printed, be it as an indicator of its own or as a part of
/// a rate. Two indicators that count the same are the same count.
struct PersonCount: Hashable, Sendable {
  enum Unit: Hashable, Sendable {
    /// Distinct over associations: a person may be in two.
    case person
    /// Of one association, and of nothing else: it has one row.
    case path(Measure.PathEnd, minimumStay: Bool)
    /// Of one association.
    case employee
    /// A number made of counts, which is known where it is printed and of which nothing else is known.
    case made(indicator: String, side: String)
  }

  let unit: Unit
  let conditions: Set<Condition>

  init(_ unit: Unit, _ conditions: [Condition] = []) {
    self.unit = unit
    self.conditions = Set(conditions)
  }

  /// nil: counts no persons.
  init?(_ measure: Measure, _ conditions: [Condition]) {
    switch measure {
    case .countPersons: self.init(.person, conditions)
    case .countPaths(let end, let minimumStay): self.init(.path(end, minimumStay: minimumStay), conditions)
    case .countStock(.salarie): self.init(.employee, conditions)
    default: return nil
    }
  }

  var isMade: Bool { if case .made = unit { true } else { false } }
  var isPath: Bool { if case .path = unit { true } else { false } }

  /// Months add up to years.
  var isFlow: Bool { isPath }

  /// A unit stands in one member of the dimension, so that members add up to the whole; of the others, one may stand in several.
  func addsUp(over dimension: Dimension) -> Bool {
    switch unit {
    case .path: return true
    case .employee: return dimension == .association || dimension == .sexe
    case .person: return dimension == .sexe
    case .made: return false
    }
  }

  /// Everything that it counts, the other counts too.
  func isPart(of other: PersonCount) -> Bool {
    guard self != other, hasUnit(of: other) else { return false }
    return other.conditions.allSatisfy { whole in
      conditions.contains { $0 == whole || $0.field == whole.field && $0.isInside(whole) }
    }
  }

  private func hasUnit(of other: PersonCount) -> Bool {
    switch (unit, other.unit) {
    case (.path(let end, let stay), .path(let otherEnd, let otherStay)): return end == otherEnd && (stay || !otherStay)
    default: return unit == other.unit && !isMade
    }
  }
}

extension Condition {
  /// Whoever meets it meets the other, which is of the same field.
  func isInside(_ other: Condition) -> Bool {
    switch (isExcluded, other.isExcluded) {
    case (true, true): return Condition(field, other.test).isInside(Condition(field, test))
    // A blank meets what excludes, and nothing else.
    case (true, false): return false
    case (false, true): return excludes(Condition(field, other.test))
    case (false, false): break
    }
    switch (test, other.test) {
    case (_, .known): return true
    case (.oneOf(let codes), .oneOf(let others)): return codes.isSubset(of: others)
    case (.range(let from, let to), .range(let otherFrom, let otherTo)):
      return (from ?? .min) >= (otherFrom ?? .min) && (to ?? .max) <= (otherTo ?? .max)
    default: return false
    }
  }

  /// No row meets both, which are of the same field.
  func excludes(_ other: Condition) -> Bool {
    switch (isExcluded, other.isExcluded) {
    case (true, true): return false
    case (true, false): return other.isInside(Condition(field, test))
    case (false, true): return isInside(Condition(field, other.test))
    case (false, false): break
    }
    switch (test, other.test) {
    case (.oneOf(let codes), .oneOf(let others)): return codes.isDisjoint(with: others)
    case (.range(let from, let to), .range(let otherFrom, let otherTo)):
      return (from ?? .min) > (otherTo ?? .max) || (to ?? .max) < (otherFrom ?? .min)
    default: return false
    }
  }
}
