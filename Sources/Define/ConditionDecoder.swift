import Domain

/// `where`, `except` and `within` → ``Condition``s, codes resolved.
struct ConditionDecoder {
  let programme: Programme
  /// The kinds whose columns may be asked about.
  let kinds: [ExportKind]

  func conditions(_ map: YAMLMapping) throws -> [Condition] {
    var conditions: [Condition] = []
    for (key, isExcluded) in [("where", false), ("except", true)] {
      for (field, value) in try map[key].map(fields) ?? [] {
        conditions.append(Condition(field, try test(field, value), isExcluded: isExcluded))
      }
    }
    if let within = map["within"] {
      _ = try within.choice([("territory", true)])
      conditions.append(Condition(.commune, .withinTerritory))
    }
    return conditions
  }

  private func fields(_ value: YAMLValue) throws -> [(Field, YAMLValue)] {
    let known = kinds.reduce(into: Set<Field>()) { $0.formUnion(Field.of($1)) }
    let names = Field.allCases.filter(known.contains).map { ($0.rawValue, $0) }
    return try value.entries().map { (try $0.key.place.choice(names), $0.value) }
  }

  private func test(_ field: Field, _ value: YAMLValue) throws -> Condition.Test {
    if value.isSequence { return .oneOf(try codes(field, value)) }
    guard value.isMapping else {
      _ = try value.choice([("known", true)])
      return .known
    }
    guard field.isNumber else {
      throw value.fail("\(field.rawValue) n'est pas un nombre ; attendu : une liste ou known")
    }
    let map = try value.mapping(["from", "to", "below"])
    let range = -1_000_000...1_000_000
    let from = try map["from"]?.integer(range)
    var to = try map["to"]?.integer(range)
    if let below = try map["below"]?.integer(range) {
      guard to == nil else { throw value.fail("attendu : to ou below, pas les deux") }
      to = below - 1
    }
    guard from != nil || to != nil else { throw value.fail("attendu : from, to ou below") }
    return .range(from: from, to: to)
  }

  private func codes(_ field: Field, _ value: YAMLValue) throws -> Set<UInt32> {
    let list = try value.list()
    guard !list.isEmpty else { throw value.fail("attendu : au moins une valeur") }
    return Set(try list.map { try code(field, $0) })
  }

  private func code(_ field: Field, _ value: YAMLValue) throws -> UInt32 {
    func indexed(_ ids: [String]) throws -> UInt32 {
      try value.choice(ids.enumerated().map { ($1, UInt32($0)) })
    }
    switch field {
    // Raw columns keep 0 for a blank, so members of the programme's lists are numbered from 1.
    case .axe: return try indexed(programme.axes.map(\.id)) + 1
    case .association: return try indexed(programme.associations.map(\.id)) + 1
    case .instance: return try indexed(programme.instances.map(\.id)) + 1
    case .commune:
      guard let code = CommuneCode(id: try value.text()) else {
        throw value.fail("attendu : un code INSEE, ou ailleurs")
      }
      return code.packed
    default:
      if field.isNumber { return UInt32(try value.integer(0...1_000_000)) }
      guard let codebook = field.codebook else {
        throw value.fail("\(field.rawValue) ne se compare pas à une liste ; attendu : known")
      }
      return try value.choice(codebook.entries.map { ($0.id, UInt32($0.code)) })
    }
  }
}
