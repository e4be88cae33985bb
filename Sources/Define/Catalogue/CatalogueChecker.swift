import Domain

/// What can only be checked once every entry is known: references, cycles, units, dimensions. What rests on a broken entry is
/// not checked.
struct CatalogueChecker {
  let draft: CatalogueDraft
  private let catalogue: Catalogue

  init(draft: CatalogueDraft) {
    self.draft = draft
    catalogue = draft.catalogue
  }

  /// False where the breakdowns do not fit: what a report asks of them is not to be held against the entry.
  func check(_ entry: CatalogueDraft.Entry) -> Bool {
    guard let place = entry.place, entry.hasTerm else { return true }
    let references: Void? = place.faults.sound {
      checkReferences(entry.indicator.term, of: entry.indicator.id, at: place)
    }
    checkProtection(entry.indicator, at: place)
    // Through a circle, or to what is not there, nothing leads.
    guard references != nil, isSound(entry.indicator.term, around: [entry.indicator.id]) else { return true }
    if entry.hasUnit { checkUnit(entry.indicator, at: place) }
    guard entry.hasBreakdowns else { return true }
    return place.faults.sound { checkDimensions(entry.indicator, at: key("by", of: place) ?? place) } != nil
  }

  private func key(_ key: String, of place: YAMLValue) -> YAMLValue? {
    place.node.mapping?.first { $0.key.scalar?.string == key }.map { place.child($0.value) }
  }

  // MARK: References

  private func checkReferences(_ term: Term, of id: String, at place: YAMLValue) {
    for part in term.measure.parts {
      switch part {
      case .term(let term): checkReferences(term, of: id, at: place)
      case .indicator(let other):
        guard draft.isKnown(other) else { failUnknown(other, at: place); continue }
        noteCircle(from: other, backTo: id, at: place)
      case .baseline(let other):
        guard draft.isKnown(other) else { failUnknown(other, at: place); continue }
        if let entry = draft[other], entry.hasBaselines, entry.indicator.baselines.isEmpty {
          (reference(to: other, in: place) ?? place).fail(
            "l'indicateur « \(other) » n'a pas de base ; attendu : une baseline dans son entrée")
        }
      }
    }
  }

  private func failUnknown(_ id: String, at place: YAMLValue) {
    (reference(to: id, in: place) ?? place).fail(
      "l'indicateur « \(id) » n'existe pas ; \(expectedOne(of: draft.roster.ids, for: id))")
  }

  /// Where the id is written in the measure.
  private func reference(to id: String, in value: YAMLValue) -> YAMLValue? {
    func find(_ value: YAMLValue) -> YAMLValue? {
      if value.raw == id { return value }
      if value.isSequence { return value.list().lazy.compactMap(find).first }
      return value.isMapping ? value.entries().lazy.compactMap { find($0.value) }.first : nil
    }
    return key("measure", of: value).flatMap(find)
  }

  /// A circle is told once: at the first of its entries.
  private func noteCircle(from first: String, backTo id: String, at place: YAMLValue) {
    func path(_ at: String, _ walked: [String]) -> [String]? {
      if at == id { return walked + [at] }
      guard !walked.contains(at), let entry = draft[at], entry.hasTerm else { return nil }
      return indicators(in: entry.indicator.term).lazy.compactMap { path($0, walked + [at]) }.first
    }
    guard let circle = path(first, [id]), let own = draft.position(of: id),
      circle.allSatisfy({ draft.position(of: $0).map { $0 >= own } ?? true })
    else { return }
    (reference(to: first, in: place) ?? place).fail("définition en cercle : \(circle.joined(separator: " → "))")
  }

  private func indicators(in term: Term) -> [String] {
    term.measure.parts.flatMap { part -> [String] in
      switch part {
      case .indicator(let id): return [id]
      case .term(let term): return indicators(in: term)
      case .baseline: return []
      }
    }
  }

  /// Whether all that a term rests on could be read, and turns in no circle.
  private func isSound(_ term: Term, around: Set<String>) -> Bool {
    indicators(in: term).allSatisfy { id in
      guard !around.contains(id), let entry = draft[id], entry.hasTerm, entry.hasUnit else { return false }
      return isSound(entry.indicator.term, around: around.union([id]))
    }
  }

  /// Who counts persons is protected: the entry may protect more than that, and not less.
  private func checkProtection(_ indicator: Indicator, at place: YAMLValue) {
    guard let written = key("counts_persons", of: place), written.raw == "false",
      catalogue.countsPersons(indicator.term)
    else { return }
    written.fail(
      "cet indicateur compte des personnes : ses petits effectifs sont toujours masqués (enlever la clé)")
  }

  // MARK: Units

  private func checkUnit(_ indicator: Indicator, at place: YAMLValue) {
    guard let fitting = units(of: indicator.term) else {
      (key("measure", of: place) ?? place).fail(
        "les parties n'ont pas la même unité (on ne mêle pas des postes et des ETP) ; attendu : la même unité partout")
      return
    }
    guard fitting.isEmpty || fitting.contains(indicator.unit) else {
      (key("unit", of: place) ?? place).fail(
        "l'unité « \(indicator.unit.rawValue) » ne va pas avec la mesure ; attendu : \(fitting.map(\.rawValue).joined(separator: " ou "))"
      )
      return
    }
  }

  /// The units a term can be in; empty: any (a ratio that is no percentage); nil: its parts do not go together.
  private func units(of term: Term) -> [Indicator.Unit]? {
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
    case .difference(let parts): return commonUnit(parts)?.flatMap { $0 == .percent ? [.points] : [$0] }
    case .sum(let parts): return commonUnit(parts)
    }
  }

  private func commonUnit(_ parts: [Part]) -> [Indicator.Unit]? {
    var common: [Indicator.Unit] = []
    for part in parts {
      guard let fitting = units(of: part) else { return nil }
      if common.isEmpty { common = fitting }
      if !fitting.isEmpty { common = common.filter(fitting.contains) }
      if common.isEmpty && !fitting.isEmpty { return nil }
    }
    return common
  }

  /// The unit that an entry says it has; where that is wrong it is told there, and here its measure's counts.
  private func units(of part: Part) -> [Indicator.Unit]? {
    switch part {
    case .indicator(let id), .baseline(let id):
      guard let entry = draft[id], entry.hasUnit else { return [] }
      guard entry.hasTerm, isSound(entry.indicator.term, around: [id]), let own = units(of: entry.indicator.term) else {
        return [entry.indicator.unit]
      }
      return own.isEmpty || own.contains(entry.indicator.unit) ? [entry.indicator.unit] : own
    case .term(let term): return units(of: term)
    }
  }

  // MARK: Dimensions

  private func checkDimensions(_ indicator: Indicator, at place: YAMLValue) {
    let kinds = catalogue.kinds(of: indicator.term)
    guard !kinds.isEmpty else {
      if !indicator.breakdowns.isEmpty { place.fail("by : cette mesure n'a pas de ventilation ; attendu : pas de by") }
      return
    }
    var known = kinds.map(Dimension.of).reduce(Set(Dimension.allCases)) { $0.intersection($1) }
    if case .delivery = indicator.term.measure { known = [.association] }
    for dimension in Set(indicator.breakdowns.joined()).sorted() where !known.contains(dimension) {
      let list = Dimension.allCases.filter(known.contains).map(\.id).joined(separator: ", ")
      place.fail("by : « \(dimension.id) » ne va pas avec la mesure ; attendu : \(list)")
    }
  }
}
