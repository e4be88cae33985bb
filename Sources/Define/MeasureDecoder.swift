import Domain

/// `measure: {count_first: {kind: etp, status: cree}}` → ``Term``.
struct MeasureDecoder {
  let programme: Programme
  let reference: Reference

  private static let names = [
    "count_first", "count_ever", "count_stock", "sum_stock", "sum_flow", "count_paths", "count_persons",
    "count_meetings", "sum_meetings", "attendance", "ratio", "difference", "sum", "reference", "reference_share",
    "delivery",
  ]
  private static let conditionKeys = ["where", "except", "within"]

  func term(_ value: YAMLValue) throws -> Term {
    let entries = try value.entries()
    guard entries.count == 1, let (key, parameters) = entries.first else {
      throw value.fail(
        "attendu : une mesure et ses paramètres ; une de : \(MeasureDecoder.names.joined(separator: ", "))")
    }
    switch key.text {
    case "count_first", "count_ever", "count_stock", "sum_stock", "sum_flow": return try ofJobs(key.text, parameters)
    case "count_paths", "count_persons": return try ofPaths(key.text, parameters)
    case "count_meetings", "sum_meetings", "attendance": return try ofMeetings(key.text, parameters)
    case "delivery":
      // It has no parameters: what stands there is refused.
      _ = try parameters.mapping([])
      return Term(.delivery)
    default: return try composite(key, parameters)
    }
  }

  private func ofJobs(_ name: String, _ parameters: YAMLValue) throws -> Term {
    let statuses = JobStatus.allCases.map { ($0.id, $0) }
    switch name {
    case "count_first":
      let map = try leaf(parameters, .etp, ["status", "after"])
      return try term(.countFirst(map.required("status").choice(statuses), after: map["after"]?.choice(statuses)), map)
    case "count_ever":
      let map = try leaf(parameters, .etp, ["status", "or_now"])
      return try term(.countEver(map.required("status").choice(statuses), orNow: map["or_now"]?.choice(statuses)), map)
    case "count_stock":
      let map = try leaf(parameters, .etp, ["of"])
      return try term(.countStock(map.required("of").choice([("poste", .poste), ("salarie", .salarie)])), map)
    case "sum_stock":
      let map = try leaf(parameters, .etp, ["of", "prefer"])
      return try term(
        .sumStock(amount(map), preferHours: map["prefer"]?.choice([("heures", true), ("etp", false)]) ?? false), map)
    default:
      let map = try leaf(parameters, .etp, ["of"])
      return try term(.sumFlow(amount(map)), map)
    }
  }

  private func ofPaths(_ name: String, _ parameters: YAMLValue) throws -> Term {
    guard name == "count_paths" else { return try term(.countPersons, leaf(parameters, .beneficiaires, [])) }
    let map = try leaf(parameters, .beneficiaires, ["at", "minimum_stay"])
    let end = try map.required("at").choice([
      ("date_entree", Measure.PathEnd.date_entree), ("date_sortie", .date_sortie),
    ])
    let minimum = try map["minimum_stay"]?.flag() ?? false
    if minimum && end == .date_entree { throw parameters.fail("minimum_stay demande at: date_sortie") }
    return try term(.countPaths(end, minimumStay: minimum), map)
  }

  private func ofMeetings(_ name: String, _ parameters: YAMLValue) throws -> Term {
    switch name {
    case "count_meetings": return try term(.countMeetings, leaf(parameters, .reunions, []))
    case "attendance": return try term(.attendance, leaf(parameters, .reunions, []))
    default:
      let map = try leaf(parameters, .reunions, ["of"])
      return try term(
        .sumMeetings(map.required("of").choice([("participants", .participants), ("partenaires", .partenaires)])), map)
    }
  }

  private func composite(_ key: (text: String, place: YAMLValue), _ parameters: YAMLValue) throws -> Term {
    switch key.text {
    case "ratio":
      let map = try parameters.mapping(["of", "over", "factor"] + MeasureDecoder.conditionKeys)
      let measure = Measure.ratio(
        of: try part(map.required("of")), over: try part(map.required("over")),
        factor: try map["factor"]?.decimal() ?? Rational(1))
      return Term(measure, conditions: try partConditions(map))
    case "difference", "sum":
      var conditions: [Condition] = []
      var list = parameters
      if parameters.isMapping {
        let map = try parameters.mapping(["of"] + MeasureDecoder.conditionKeys)
        list = try map.required("of")
        conditions = try partConditions(map)
      }
      let parts = try list.list().map(part)
      guard parts.count >= 2 else { throw parameters.fail("attendu : au moins deux parties") }
      return Term(key.text == "sum" ? .sum(parts) : .difference(parts), conditions: conditions)
    case "reference":
      let map = try parameters.mapping(["territory", "of", "against"])
      let territory = try territory(map.required("territory"))
      let of = try map.required("of").choice([
        ("share", "share"), ("ess_posts", "ess_posts"), ("all_posts", "all_posts"), ("missing_posts", "missing_posts"),
      ])
      if let value = Measure.ReferenceValue(rawValue: of) {
        if let against = map["against"] { throw against.fail("against ne va qu'avec of: missing_posts") }
        return Term(.reference(territory: territory, value))
      }
      return Term(.missingPosts(territory: territory, against: try self.territory(map.required("against"))))
    case "reference_share":
      let map = try parameters.mapping(["territory", "plus"] + MeasureDecoder.conditionKeys)
      let measure = Measure.referenceShare(
        territory: try territory(map.required("territory")), plus: try part(map.required("plus")))
      return Term(measure, conditions: try partConditions(map))
    default:
      throw key.place.fail(
        "mesure inconnue « \(key.text) » ; attendu : \(MeasureDecoder.names.joined(separator: ", "))")
    }
  }

  private func part(_ value: YAMLValue) throws -> Part {
    guard value.isMapping else { return .indicator(try value.slug(underscores: true)) }
    let entries = try value.entries()
    if entries.count == 1, entries[0].key.text == "baseline_of" {
      return .baseline(of: try entries[0].value.slug(underscores: true))
    }
    return .term(try term(value))
  }

  private func territory(_ value: YAMLValue) throws -> String {
    let text = try value.text()
    let known = Set(reference.vintages.map(\.territory))
    guard known.contains(text) else {
      throw value.fail(
        "reference/territory.csv n'a pas de ligne pour « \(text) » ; attendu : \(known.sorted().joined(separator: ", "))"
      )
    }
    return text
  }

  private func amount(_ map: YAMLMapping) throws -> Measure.Amount {
    try map.required("of").choice([("etp", .etp), ("heures", .heures)])
  }

  /// Parameters of a measure that reads rows: its own keys, its kind, and conditions.
  private func leaf(_ parameters: YAMLValue, _ kind: ExportKind, _ keys: [String]) throws -> (YAMLMapping) {
    let map = try parameters.mapping(["kind"] + keys + MeasureDecoder.conditionKeys)
    _ = try map.required("kind").choice([(kind.id, kind)])
    return map
  }

  private func term(_ measure: Measure, _ map: YAMLMapping) throws -> Term {
    let kinds = measure.kind.map { [$0] } ?? ExportKind.allCases
    return Term(measure, conditions: try ConditionDecoder(programme: programme, kinds: kinds).conditions(map))
  }

  private func partConditions(_ map: YAMLMapping) throws -> [Condition] {
    try ConditionDecoder(programme: programme, kinds: ExportKind.allCases).conditions(map)
  }
}
