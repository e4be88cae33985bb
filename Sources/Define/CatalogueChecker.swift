import Domain

/// What can only be checked once every entry is known: references, cycles, units, dimensions.
struct CatalogueChecker {
  let catalogue: Catalogue

  func check(_ indicator: Indicator, at entry: YAMLValue) throws {
    try checkReferences(indicator.term, path: [indicator.id], at: entry)
    try checkUnit(indicator, at: entry)
    try checkProtection(indicator, at: entry)
    try checkDimensions(indicator, at: entry)
  }

  private func checkReferences(_ term: Term, path: [String], at entry: YAMLValue) throws {
    for part in term.measure.parts {
      switch part {
      case .term(let term): try checkReferences(term, path: path, at: entry)
      case .indicator(let id):
        guard let indicator = catalogue[id] else { throw entry.fail("l'indicateur « \(id) » n'existe pas") }
        guard !path.contains(id) else {
          throw entry.fail("définition en cercle : \((path + [id]).joined(separator: " → "))")
        }
        try checkReferences(indicator.term, path: path + [id], at: entry)
      case .baseline(let id):
        guard let indicator = catalogue[id] else { throw entry.fail("l'indicateur « \(id) » n'existe pas") }
        guard !indicator.baselines.isEmpty else { throw entry.fail("l'indicateur « \(id) » n'a pas de base") }
      }
    }
  }

  /// Who counts persons is protected: the entry may protect more than that, and not less.
  private func checkProtection(_ indicator: Indicator, at entry: YAMLValue) throws {
    let written = try entry.entries().first { $0.key.text == "counts_persons" }?.value
    guard let written, try !written.flag(), catalogue.countsPersons(indicator.term) else { return }
    throw written.fail(
      "cet indicateur compte des personnes : ses petits effectifs sont toujours masqués (enlever la clé)")
  }

  private func checkUnit(_ indicator: Indicator, at entry: YAMLValue) throws {
    let fitting = try units(of: indicator.term, at: entry)
    guard fitting.isEmpty || fitting.contains(indicator.unit) else {
      throw entry.fail(
        "l'unité « \(indicator.unit.rawValue) » ne va pas avec la mesure ; attendu : \(fitting.map(\.rawValue).joined(separator: " ou "))"
      )
    }
  }

  /// The units a term can be in; empty: any (a ratio that is no percentage).
  private func units(of term: Term, at entry: YAMLValue) throws -> [Indicator.Unit] {
    switch term.measure {
    case .countFirst, .countEver, .countStock(.poste), .missingPosts: return [.postes]
    case .countStock(.salarie), .countPersons: return [.personnes]
    case .sumStock(let amount, _), .sumFlow(let amount): return [amount == .etp ? .ETP : .heures]
    case .countPaths: return [.entrees, .sorties, .personnes]
    case .countMeetings: return [.reunions]
    case .sumMeetings(.participants): return [.participants]
    case .sumMeetings(.partenaires): return [.organisations]
    case .attendance, .delivery, .referenceShare: return [.percent]
    case .reference(_, .share): return [.percent]
    case .reference: return [.postes]
    case .ratio(_, _, let factor): return factor == Rational(100) ? [.percent, .points] : []
    case .difference(let parts): return try commonUnit(parts, ofDifference: true, at: entry)
    case .sum(let parts): return try commonUnit(parts, ofDifference: false, at: entry)
    }
  }

  private func commonUnit(_ parts: [Part], ofDifference: Bool, at entry: YAMLValue) throws -> [Indicator.Unit] {
    var common: [Indicator.Unit] = []
    for part in parts {
      let fitting: [Indicator.Unit]
      switch part {
      case .indicator(let id), .baseline(let id): fitting = catalogue[id].map { [$0.unit] } ?? []
      case .term(let term): fitting = try units(of: term, at: entry)
      }
      if common.isEmpty { common = fitting }
      if !fitting.isEmpty { common = common.filter(fitting.contains) }
      if common.isEmpty && !fitting.isEmpty {
        throw entry.fail("les parties n'ont pas la même unité (on ne mêle pas des postes et des ETP)")
      }
    }
    guard ofDifference else { return common }
    return common.flatMap { $0 == .percent ? [.points] : [$0] }
  }

  private func checkDimensions(_ indicator: Indicator, at entry: YAMLValue) throws {
    let kinds = catalogue.kinds(of: indicator.term)
    guard !kinds.isEmpty else {
      guard indicator.breakdowns.isEmpty else { throw entry.fail("by : cette mesure n'a pas de ventilation") }
      return
    }
    var known = kinds.map(Dimension.of).reduce(Set(Dimension.allCases)) { $0.intersection($1) }
    if case .delivery = indicator.term.measure { known = [.association] }
    for dimension in indicator.breakdowns.joined() where !known.contains(dimension) {
      let list = Dimension.allCases.filter(known.contains).map(\.id).joined(separator: ", ")
      throw entry.fail("by : « \(dimension.id) » ne va pas avec la mesure ; attendu : \(list)")
    }
  }
}
