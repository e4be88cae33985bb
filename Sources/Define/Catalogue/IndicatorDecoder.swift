import Domain

/// One entry of the catalogue.
struct IndicatorDecoder {
  let programme: ProgrammeDraft
  let territories: Roster

  func decode(_ entry: YAMLValue) -> CatalogueDraft.Entry {
    let map = entry.fields(CatalogueKeys.indicator)
    let faults = entry.faults
    let term = faults.sound { self.term(map) }
    let unit = map["unit"]?.choice(Indicator.Unit.allCases.map { ($0.rawValue, $0) })
    let breakdowns = faults.sound {
      distinct("by", map, self.breakdowns(map["by"])) { $0.map(\.id).joined(separator: " et ") }
    }
    let horizons = faults.sound { distinct("horizons", map, self.horizons(map["horizons"]), \.id) }
    let baselines = faults.sound { benchmarks(map["baseline"], CatalogueKeys.baseline, monthKey: "as_of") }
    var indicator = Indicator(
      id: map["id"].flatMap { $0.slug(underscores: true) ?? $0.raw } ?? "", label: map["label"]?.label() ?? .unread,
      definition: map["definition"]?.label() ?? .unread, unit: unit ?? .postes,
      decimals: map["decimals"]?.integer(0...6) ?? 0, term: (term ?? nil) ?? Term(.delivery),
      breakdowns: breakdowns ?? [], horizons: horizons ?? [])
    indicator.countsPersons = map["counts_persons"]?.flag() ?? false
    indicator.baselines = baselines ?? []
    indicator.targets = benchmarks(map["target"], CatalogueKeys.target, monthKey: "from")
    indicator.tags = map["tags"].map(tags) ?? []
    return CatalogueDraft.Entry(
      place: entry, indicator: indicator, hasTerm: term ?? nil != nil, hasUnit: unit != nil,
      hasBreakdowns: breakdowns != nil, hasHorizons: horizons.map { !$0.isEmpty } ?? false,
      hasBaselines: baselines != nil)
  }

  private func term(_ map: YAMLFields) -> Term? {
    let measures = MeasureDecoder(programme: programme, territories: territories)
    guard let value = map["measure"] else { return nil }
    var term = value.faults.sound { measures.term(value) } ?? nil
    // Without its measure it is unknown which fields the conditions may ask about.
    guard let measure = term?.measure else { return nil }
    let kinds = measure.kind.map { [$0] } ?? ExportKind.allCases
    term?.conditions += ConditionDecoder(programme: programme, kinds: kinds).conditions(map)
    return term
  }

  private func breakdowns(_ value: YAMLValue?) -> [[Dimension]] {
    value?.list().compactMap { $0.breakdown() } ?? []
  }

  private func horizons(_ value: YAMLValue?) -> [Horizon] {
    value?.nonEmptyList("un horizon").compactMap { $0.choice(Horizon.allCases.map { ($0.id, $0) }) } ?? []
  }

  private func distinct<Value>(
    _ key: String, _ map: YAMLFields, _ values: [Value], _ text: (Value) -> String
  ) -> [Value] {
    let twice = values.map(text).reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }.filter { $0.value > 1 }
    if let value = twice.keys.min() { map[key]?.fail("\(key) : « \(value) » est écrit deux fois ; en retirer un") }
    return values
  }

  /// Tags are free; one that is nearly `sensitive` would protect nobody.
  private func tags(_ value: YAMLValue) -> [String] {
    value.distinctList().compactMap { tag in
      guard let text = tag.text() else { return nil }
      let isMeant = nearestName(to: text, among: ["sensitive"]) != nil || normalForm(text).hasPrefix("sensib")
      if text != "sensitive", isMeant {
        tag.slip("\(quoted(text)) ne protège rien ; vouliez-vous dire « sensitive » ?")
      }
      return text
    }
  }

  private func benchmarks(_ value: YAMLValue?, _ keys: KeyGroup, monthKey: String) -> [Benchmark] {
    guard let value else { return [] }
    var lines: [Benchmark: Int?] = [:]
    return (value.isSequence ? value.list() : [value]).map { entry in
      let benchmark = entry.faults.sound { self.benchmark(entry.fields(keys), monthKey) }
      guard let benchmark else { return Benchmark(value: .zero, month: nil, source: "") }
      var place = benchmark
      (place.value, place.source) = (.zero, "")
      if let first = lines.updateValue(entry.line, forKey: place) {
        entry.slip("il y a déjà une valeur pour cette cellule et ce mois\(already(first)) ; en retirer une")
      }
      return benchmark
    }
  }

  private func benchmark(_ map: YAMLFields, _ monthKey: String) -> Benchmark {
    var benchmark = Benchmark(
      value: map["value"]?.decimal() ?? .zero, month: map[monthKey]?.month(), source: map["source"]?.label()?.fr ?? "")
    var members: [Cell.Member] = []
    for (key, member) in map["at"]?.entries() ?? [] {
      if key.text == "horizon" {
        benchmark.horizon = member.choice(Horizon.allCases.map { ($0.id, $0) })
        continue
      }
      let known = Dimension.allCases.map { ($0.id, Optional($0)) } + [("horizon", nil)]
      guard let dimension = key.place.choice(known) ?? nil, let id = self.member(member, of: dimension) else {
        continue
      }
      members.append(Cell.Member(dimension, id))
    }
    benchmark.cell = Cell(members)
    return benchmark
  }

  /// A catalogue serves several programmes: a value that holds for a member of another one holds for no cell here.
  private func member(_ value: YAMLValue, of dimension: Dimension) -> String? {
    switch dimension {
    case .axe, .association, .instance: return value.slug()
    case .dispositif: return value.choice(Scheme.allCases.map { ($0.id, $0.id) })
    case .sexe: return value.choice(Sex.allCases.map { ($0.id, $0.id) } + [("inconnu", "inconnu")])
    case .commune: return value.communeOrElsewhere()?.description
    }
  }
}
