import Domain

/// What is counted of persons, whatever the report calls it and wherever it stands: `beneficiaires_femmes`, and `beneficiaires` in the
/// cell `sexe=f`, are one headcount.
struct Headcount: Hashable, Sendable {
  enum Unit: Hashable, Sendable {
    case person
    case path(Measure.PathEnd, minimumStay: Bool)
    case employee
  }

  struct Trait: Hashable, Sendable {
    let field: Field
    let facet: Facet
  }

  let unit: Unit
  let traits: Set<Trait>

  /// nil: a measure that does not count persons.
  init?(_ measure: Measure, _ conditions: [Condition], _ territory: Territory) {
    switch measure {
    case .countPersons: unit = .person
    case .countPaths(let end, let minimumStay): unit = .path(end, minimumStay: minimumStay)
    case .countStock(.salarie): unit = .employee
    default: return nil
    }
    traits = Set(conditions.map { Trait(field: $0.field, facet: Facet($0, territory)) })
  }

  private init(_ unit: Unit, _ traits: Set<Trait>) {
    self.unit = unit
    self.traits = traits
  }

  /// Those of them who stand in a cell. nil: nobody can.
  func narrowed(to cell: Cell, _ programme: Programme) -> Headcount? {
    var traits = self.traits
    for member in cell.members {
      guard let trait = Trait(member, programme) else { continue }
      var facet = trait.facet
      for held in self.traits where held.field == trait.field {
        if held.facet.excludes(facet) { return nil }
        guard let both = held.facet.meeting(facet) else { continue }
        traits.remove(held)
        facet = both
      }
      traits.insert(Trait(field: trait.field, facet: facet))
    }
    return Headcount(unit, traits)
  }

  var isPath: Bool { if case .path = unit { true } else { false } }

  /// Months follow from each other. Of employees each month stands for itself.
  var goesOn: Bool { unit != .employee }

  /// Nobody knows their sex from any row: who is among them in one cell, or for a month, need not be in a wider one.
  var isOfUnknownSex: Bool { !isPath && traits.contains(Headcount.unknownSex) }

  private static let unknownSex = Trait(field: .sexe, facet: .among([0]))

  /// Everybody it counts, the other counts too.
  func isPart(of other: Headcount) -> Bool {
    guard self != other, isUnit(of: other), !other.isOfUnknownSex else { return false }
    return other.traits.allSatisfy { wide in
      traits.contains(wide) || traits.contains { $0.field == wide.field && $0.facet.isInside(wide.facet) }
    }
  }

  private func isUnit(of other: Headcount) -> Bool {
    guard case .path(let end, let stay) = unit, case .path(let otherEnd, let otherStay) = other.unit else {
      return unit == other.unit
    }
    return end == otherEnd && (stay || !otherStay)
  }

  /// Whoever is counted for the first time entered on a path that the other counts.
  func enters(by other: Headcount) -> Bool {
    guard unit == .person, case .path(.date_entree, false) = other.unit else { return false }
    return other.traits.allSatisfy { wide in
      traits.contains { $0.field == wide.field && $0.facet.isInside(wide.facet) }
    }
  }

  /// The facets of a field, and all other traits.
  func parted(by field: Field) -> (facets: [Facet], rest: Headcount) {
    (
      traits.filter { $0.field == field }.map(\.facet), Headcount(unit, traits.filter { $0.field != field })
    )
  }

  /// No unit stands in two different facets of the field at once. A path is one row; a person may have two paths.
  func isOneOnly(in field: Field) -> Bool {
    switch unit {
    case .path: true
    case .person: [.sexe, .naissance, .age_entree, .rsa, .rqth, .qpv, .mois_chomage].contains(field)
    case .employee: field == .sexe
    }
  }
}

extension Headcount.Trait {
  /// nil: a dimension that no count of persons has.
  init?(_ member: Cell.Member, _ programme: Programme) {
    func place(_ index: Int?) -> UInt32? { index.map { UInt32($0) + 1 } }
    let code: UInt32?
    switch member.dimension {
    case .axe: (field, code) = (.axe, place(programme.axes.firstIndex { $0.id == member.id }))
    case .association: (field, code) = (.association, place(programme.index(of: member.id)))
    case .commune: (field, code) = (.commune, CommuneCode(id: member.id)?.packed)
    case .dispositif: (field, code) = (.dispositif, Scheme(id: member.id).map { UInt32($0.rawValue) })
    // Neither f, h nor x: `inconnu`.
    case .sexe: (field, code) = (.sexe, Sex(id: member.id).map { UInt32($0.rawValue) } ?? 0)
    case .instance: return nil
    }
    guard let code else { return nil }
    facet = .among([code])
  }
}
