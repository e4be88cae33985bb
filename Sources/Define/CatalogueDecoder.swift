import Domain

/// indicators.yaml → ``Catalogue``, strictly: an unknown key, a wrong type, a missing reference, a cycle, a unit that does
/// not fit is an error with its line and what was expected. Throws ``DefinitionError``.
package func decodeCatalogue(
  _ text: String, programme: Programme, reference: Reference, file: String = "indicators.yaml"
) throws -> Catalogue {
  let root = try YAMLValue(text: text, file: file).mapping(["indicators"])
  let entries = try root.required("indicators").list()
  let decoder = IndicatorDecoder(programme: programme, reference: reference)
  var indicators: [Indicator] = []
  for entry in entries {
    let indicator = try decoder.decode(entry)
    if indicators.contains(where: { $0.id == indicator.id }) {
      throw entry.fail("l'indicateur « \(indicator.id) » est écrit deux fois")
    }
    indicators.append(indicator)
  }
  let written = Catalogue(indicators)
  let catalogue = Catalogue(
    indicators.map { indicator in
      var indicator = indicator
      indicator.countsPersons = indicator.countsPersons || written.countsPersons(indicator.term)
      return indicator
    })
  let checker = CatalogueChecker(catalogue: catalogue)
  for (entry, indicator) in zip(entries, catalogue.indicators) { try checker.check(indicator, at: entry) }
  return catalogue
}

/// One entry of the catalogue.
struct IndicatorDecoder {
  let programme: Programme
  let reference: Reference

  func decode(_ entry: YAMLValue) throws -> Indicator {
    let map = try entry.mapping([
      "id", "label", "definition", "unit", "decimals", "measure", "where", "except", "within", "by", "horizons",
      "counts_persons", "baseline", "target", "tags",
    ])
    let measures = MeasureDecoder(programme: programme, reference: reference)
    var term = try measures.term(map.required("measure"))
    let kinds = term.measure.kind.map { [$0] } ?? ExportKind.allCases
    term.conditions += try ConditionDecoder(programme: programme, kinds: kinds).conditions(map)
    var indicator = Indicator(
      id: try map.required("id").slug(underscores: true), label: try map.required("label").label(),
      definition: try map.required("definition").label(),
      unit: try map.required("unit").choice(Indicator.Unit.allCases.map { ($0.rawValue, $0) }),
      decimals: try map["decimals"]?.integer(0...6) ?? 0, term: term,
      breakdowns: try map.list("by").map(breakdown),
      horizons: try map.required("horizons").list().map { try $0.choice(Horizon.allCases.map { ($0.id, $0) }) })
    guard !indicator.horizons.isEmpty else { throw entry.fail("attendu : au moins un horizon") }
    for (key, values) in [("by", indicator.breakdowns.map(\.description)), ("horizons", indicator.horizons.map(\.id))]
    where Set(values).count != values.count {
      throw (map[key] ?? entry).fail("\(key) : une valeur est écrite deux fois")
    }
    indicator.countsPersons = try map["counts_persons"]?.flag() ?? false
    indicator.baselines = try benchmarks(map["baseline"], monthKey: "as_of")
    indicator.targets = try benchmarks(map["target"], monthKey: "from")
    indicator.tags = try map.list("tags").map { try $0.text() }
    return indicator
  }

  private func breakdown(_ value: YAMLValue) throws -> [Dimension] {
    let known = Dimension.allCases.map { ($0.id, $0) }
    guard value.isSequence else { return [try value.choice(known)] }
    let dimensions = try value.list().map { try $0.choice(known) }.sorted()
    guard dimensions.count == 2, dimensions[0] != dimensions[1] else {
      throw value.fail("attendu : une dimension, ou une paire de deux dimensions")
    }
    return dimensions
  }

  private func benchmarks(_ value: YAMLValue?, monthKey: String) throws -> [Benchmark] {
    guard let value else { return [] }
    return try (value.isSequence ? value.list() : [value]).map { entry in
      let map = try entry.mapping(["value", monthKey, "source", "at"])
      var benchmark = Benchmark(
        value: try map.required("value").decimal(), month: try map[monthKey]?.month(),
        source: try map.required("source").label().fr)
      var members: [Cell.Member] = []
      for (key, member) in try map["at"]?.entries() ?? [] {
        if key.text == "horizon" {
          benchmark.horizon = try member.choice(Horizon.allCases.map { ($0.id, $0) })
          continue
        }
        let dimension = try key.place.choice(
          Dimension.allCases.map { ($0.id, $0) } + [("horizon", .axe)])
        members.append(Cell.Member(dimension, try self.member(member, of: dimension)))
      }
      benchmark.cell = Cell(members)
      return benchmark
    }
  }

  /// A catalogue serves several programmes: a value that holds for a member of another one holds for no cell here.
  private func member(_ value: YAMLValue, of dimension: Dimension) throws -> String {
    switch dimension {
    case .axe, .association, .instance: return try value.slug()
    case .dispositif: return try value.choice(Scheme.allCases.map { ($0.id, $0.id) })
    case .sexe: return try value.choice(Sex.allCases.map { ($0.id, $0.id) } + [("inconnu", "inconnu")])
    case .commune:
      guard let code = CommuneCode(id: try value.text()) else {
        throw value.fail("attendu : un code INSEE, ou ailleurs")
      }
      return code.description
    }
  }
}
