import Domain

/// `where`, `except` and `within` → ``Condition``s, codes resolved.
struct ConditionDecoder {
  let programme: ProgrammeDraft
  /// The kinds whose columns may be asked about.
  let kinds: [ExportKind]

  func conditions(_ map: YAMLFields) -> [Condition] {
    var conditions: [Condition] = []
    for (key, isExcluded) in [("where", false), ("except", true)] {
      for (field, value) in map[key].map(fields) ?? [] {
        if let test = test(field, value) { conditions.append(Condition(field, test, isExcluded: isExcluded)) }
      }
    }
    if map["within"]?.choice([("territory", true)]) != nil {
      conditions.append(Condition(.commune, .withinTerritory))
    }
    return conditions
  }

  private func fields(_ value: YAMLValue) -> [(Field, YAMLValue)] {
    let known = kinds.reduce(into: Set<Field>()) { $0.formUnion(Field.of($1)) }
    let names = Field.allCases.filter(known.contains).map { ($0.rawValue, $0) }
    return value.entries().compactMap { key, value in key.place.choice(names).map { ($0, value) } }
  }

  private func test(_ field: Field, _ value: YAMLValue) -> Condition.Test? {
    if value.isSequence {
      return .oneOf(Set(value.nonEmptyList("une valeur").compactMap { code(field, $0) }))
    }
    guard value.isMapping else {
      guard value.raw != "known" else { return .known }
      value.expected("une liste ([…]) ou known")
      return nil
    }
    guard field.isNumber else {
      value.fail("\(field.rawValue) n'est pas un nombre ; attendu : une liste ou known")
      return nil
    }
    return range(value)
  }

  private func range(_ value: YAMLValue) -> Condition.Test? {
    let map = value.fields(CatalogueKeys.range)
    let numbers = -1_000_000...1_000_000
    let from = map["from"]?.integer(numbers)
    var to = map["to"]?.integer(numbers)
    if let key = map["below"] {
      if map["to"] != nil { value.fail("attendu : to ou below, pas les deux") }
      to = key.integer(numbers).map { $0 - 1 }
    }
    if value.node.mapping?.isEmpty == true { value.fail("attendu : from, to ou below") }
    if let from, let to, from > to { value.slip("aucun nombre n'est entre \(from) et \(to) ; attendu : from avant to") }
    return .range(from: from, to: to)
  }

  private func code(_ field: Field, _ value: YAMLValue) -> UInt32? {
    // Raw columns keep 0 for a blank, so members of the programme's lists are numbered from 1.
    func indexed(_ roster: Roster) -> UInt32? {
      value.member(of: roster).map { UInt32(roster.ids.firstIndex(of: $0) ?? 0) + 1 }
    }
    switch field {
    case .axe: return indexed(programme.axes)
    case .association: return indexed(programme.associations)
    case .instance: return indexed(programme.instances)
    case .commune: return value.communeOrElsewhere()?.packed
    default:
      if field.isNumber { return value.integer(0...1_000_000).map { UInt32($0) } }
      guard let codebook = field.codebook else {
        value.fail("\(field.rawValue) ne se compare pas à une liste ; attendu : known")
        return nil
      }
      return value.choice(codebook.entries.map { ($0.id, UInt32($0.code)) })
    }
  }
}
