import Domain

/// How headcounts stand to each other that are told of the same months.
struct Kinship {
  struct Share {
    let parts: [Int]
    let whole: Int
    /// No unit stands in two of the parts.
    let isApart: Bool
    /// Each unit stands in one of them.
    let isAll: Bool
  }
  private struct Siblings: Hashable {
    let rest: Headcount
    let field: Field
  }
  private typealias Sibling = (place: Int, facet: Facet)

  /// The nearest wholes of each; the others follow.
  private(set) var parts: [(part: Int, whole: Int)] = []
  private(set) var shares: [Share] = []

  init(among present: [Int], _ headcounts: [Headcount], wholes: [[Int]]) {
    let all = Set(present)
    for part in present {
      let above = wholes[part].filter(all.contains)
      let far = Set(above.flatMap { wholes[$0] })
      parts += above.filter { !far.contains($0) || wholes[$0].contains(part) }.map { (part, $0) }
    }
    // Members of these stand in breakdowns, which are told whole.
    let fields = Field.allCases.filter { ![.association, .axe, .commune].contains($0) }
    var siblings: [Siblings: [Sibling]] = [:]
    for place in present {
      for field in fields {
        let (facets, rest) = headcounts[place].parted(by: field)
        if facets.count == 1 { siblings[Siblings(rest: rest, field: field), default: []].append((place, facets[0])) }
      }
    }
    for whole in present {
      for field in fields {
        let (facets, rest) = headcounts[whole].parted(by: field)
        guard facets.count < 2, let held = siblings[Siblings(rest: rest, field: field)] else { continue }
        let inner = held.filter { sibling in
          sibling.place != whole && (facets.first.map { sibling.facet.isInside($0) && sibling.facet != $0 } ?? true)
        }
        let isApart = headcounts[whole].isOneOnly(in: field)
        for chosen in Kinship.apart(inner) {
          let isAll = Kinship.isAll(chosen.map(\.facet), of: facets.first ?? Facet(allOf: field))
          shares.append(Share(parts: chosen.map(\.place), whole: whole, isApart: isApart, isAll: isAll))
        }
      }
    }
  }

  /// Choices of siblings that exclude each other, none of which another can join.
  private static func apart(_ siblings: [Sibling]) -> [[Sibling]] {
    // More are more than anybody declares; the first are as good as others.
    let siblings = siblings.prefix(10)
    guard siblings.count > 1 else { return [] }
    var found: [[Sibling]] = []
    func choose(_ chosen: [Sibling], from next: Int) {
      for place in next..<siblings.count where chosen.allSatisfy({ $0.facet.excludes(siblings[place].facet) }) {
        choose(chosen + [siblings[place]], from: place + 1)
      }
      let isFull = siblings.allSatisfy { sibling in
        chosen.contains { $0.place == sibling.place } || !chosen.allSatisfy { $0.facet.excludes(sibling.facet) }
      }
      if isFull, chosen.count > 1 { found.append(chosen) }
    }
    choose([], from: 0)
    return found
  }

  private static func isAll(_ parts: [Facet], of whole: Facet?) -> Bool {
    guard case .among(let codes)? = whole else { return false }
    return parts.reduce(into: Set<UInt32>()) { if case .among(let some) = $1 { $0.formUnion(some) } } == codes
  }
}

extension Facet {
  /// Whatever a field holds, a blank too. nil: it has no closed list.
  fileprivate init?(allOf field: Field) {
    guard let codebook = field.codebook else { return nil }
    self = .among(Set(codebook.entries.map { UInt32($0.code) }).union([0]))
  }
}
