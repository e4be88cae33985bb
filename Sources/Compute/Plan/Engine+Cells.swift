import Domain

extension Engine {
  /// What decides which cells a breakdown has, where no row does.
  struct PlacesKey: Hashable {
    let breakdowns: [[Dimension]]
    let kinds: Set<ExportKind>
    let isDelivery: Bool
    let from: Month
  }

  /// The cells of an indicator that have a row in the table, zeros included: the total, then its breakdowns', in the table's order.
  func places(of indicator: Indicator, from: Month) -> [CellPlace] {
    let moving = indicator.breakdowns.filter { $0.count > 1 || $0 == [.commune] }
    let key = PlacesKey(
      breakdowns: indicator.breakdowns.filter { !moving.contains($0) }, kinds: catalogue.kinds(of: indicator.term),
      isDelivery: indicator.term.measure.isDelivery, from: from)
    // Most indicators share them (measured: 45 indicators of 120 months, a twentieth of their time).
    let fixed = places(key) {
      ([[]] + key.breakdowns).flatMap { places(indicator, $0, from: from) }.inOrder
    }
    guard !moving.isEmpty else { return fixed }
    return (fixed + moving.flatMap { places(indicator, $0, from: from) }).inOrder
  }

  /// The cells of a breakdown.
  private func places(_ indicator: Indicator, _ dimensions: [Dimension], from: Month) -> [CellPlace] {
    let breakdown = Breakdown(dimensions: dimensions)
    switch dimensions.count {
    case 0: return [CellPlace(cell: .total, key: 0, breakdown: breakdown, association: nil)]
    case 1: return members(indicator, dimensions[0], breakdown, from: from).map { place(breakdown, [$0]) }
    default: return pairs(indicator, breakdown, from: from)
    }
  }

  /// Codes of a dimension's members. Communes of elsewhere are those with a contribution other than 0.
  private func members(_ indicator: Indicator, _ dimension: Dimension, _ breakdown: Breakdown, from: Month) -> [UInt32]
  {
    switch dimension {
    case .axe: return (1...max(1, UInt32(programme.axes.count))).filter { $0 <= programme.axes.count }
    case .instance: return programme.instances.indices.map { UInt32($0 + 1) }
    case .sexe: return Sex.allCases.map { UInt32($0.rawValue) } + [Breakdown.unknownSex]
    case .dispositif:
      let hasRegister = catalogue.kinds(of: indicator.term).contains(.beneficiaires)
      return Scheme.allCases.filter { hasRegister || $0 != .autre }.map { UInt32($0.rawValue) }
    case .association:
      return coverage.listed(
        catalogue.kinds(of: indicator.term), from: from, onlyOwing: indicator.term.measure.isDelivery
      ).map { UInt32($0 + 1) }
    case .commune:
      let own = programme.territory.communes.map(\.code.packed)
      let known = Set(own)
      return own
        + contributions(plan(of: indicator), breakdown, from: from).map { UInt32($0) }.filter { !known.contains($0) }
    }
  }

  /// Pairs with a contribution other than 0, of members that stand in the lists of their dimensions.
  private func pairs(_ indicator: Indicator, _ breakdown: Breakdown, from: Month) -> [CellPlace] {
    let lists = breakdown.dimensions.map { dimension -> Set<UInt32>? in
      dimension == .commune ? nil : Set(members(indicator, dimension, breakdown, from: from))
    }
    return contributions(plan(of: indicator), breakdown, from: from).compactMap { key in
      let codes = [UInt32(truncatingIfNeeded: key >> 32), UInt32(truncatingIfNeeded: key)]
      for (list, code) in zip(lists, codes) where list.map({ !$0.contains(code) }) ?? false { return nil }
      return place(breakdown, codes)
    }
  }

  /// Keys of the cells in which some measure behind the term is not 0.
  private func contributions(_ plan: Plan, _ breakdown: Breakdown, from: Month) -> Set<UInt64> {
    func union(_ parts: [Plan]) -> Set<UInt64> {
      parts.reduce(into: []) { $0.formUnion(contributions($1, breakdown, from: from)) }
    }
    switch plan {
    case .leaf(let tally): return Set(tally.cells(from: from, breakdown))
    case .ratio(let of, let over, _): return union([of, over])
    case .difference(let parts), .sum(let parts): return union(parts)
    // What counts in it is n, and n is counted from the vintage on.
    case .referenceShare(_, let plus, _, let since): return since.map { contributions(plus, breakdown, from: $0) } ?? []
    case .constant, .baseline, .delivery: return []
    }
  }

  /// The place of a cell that is in the table.
  func place(of cell: Cell) -> CellPlace {
    place(Breakdown(dimensions: cell.dimensions), cell.members.map { code(of: $0) })
  }

  private func code(of member: Cell.Member) -> UInt32 {
    func number(_ ids: [String]) -> UInt32 { UInt32((ids.firstIndex(of: member.id) ?? -1) + 1) }
    switch member.dimension {
    case .axe: return number(programme.axes.map(\.id))
    case .association: return number(programme.associations.map(\.id))
    case .instance: return number(programme.instances.map(\.id))
    case .commune: return CommuneCode(id: member.id)?.packed ?? 0
    case .dispositif: return UInt32(Scheme(id: member.id)?.rawValue ?? 0)
    case .sexe: return Sex(id: member.id).map { UInt32($0.rawValue) } ?? Breakdown.unknownSex
    }
  }

  private func place(_ breakdown: Breakdown, _ codes: [UInt32]) -> CellPlace {
    let members = zip(breakdown.dimensions, codes).map { Cell.Member($0, id(of: $1, in: $0)) }
    let key = codes.reduce(UInt64(0)) { $0 << 32 | UInt64($1) }
    let association = zip(breakdown.dimensions, codes).first { $0.0 == .association }.map { Int($0.1) - 1 }
    return CellPlace(cell: Cell(members), key: key, breakdown: breakdown, association: association)
  }

  private func id(of code: UInt32, in dimension: Dimension) -> String {
    switch dimension {
    case .axe: return programme.axes[Int(code) - 1].id
    case .association: return programme.associations[Int(code) - 1].id
    case .instance: return programme.instances[Int(code) - 1].id
    case .commune: return CommuneCode(packed: code).description
    case .dispositif: return Scheme(rawValue: UInt8(code))?.id ?? ""
    case .sexe: return Sex(rawValue: UInt8(code))?.id ?? "inconnu"
    }
  }
}

extension Measure {
  fileprivate var isDelivery: Bool { if case .delivery = self { true } else { false } }
}

extension [CellPlace] {
  fileprivate var inOrder: [CellPlace] { sorted { Cell.precedes($0.cell, $1.cell) } }
}
