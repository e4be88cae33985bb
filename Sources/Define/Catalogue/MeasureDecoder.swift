import Domain

/// `measure: {count_first: {kind: etp, status: cree}}` → ``Term``; nil where it is broken, which has been noted.
struct MeasureDecoder {
  let programme: ProgrammeDraft
  let territories: Roster

  func term(_ value: YAMLValue) -> Term? {
    guard value.isMapping, value.node.mapping?.count == 1, let (key, parameters) = value.entries().first else {
      value.expected("une mesure et ses paramètres ; une de : \(MeasureKeys.names.joined(separator: ", "))")
      return nil
    }
    guard MeasureKeys.names.contains(key.text) else {
      key.place.fail("mesure inconnue \(quoted(key.text)) ; \(expectedOne(of: MeasureKeys.names, for: key.text))")
      return nil
    }
    if ["difference", "sum"].contains(key.text), parameters.isSequence {
      return ofParts(key.text, parameters).map { Term($0) }
    }
    let map = parameters.fields(MeasureKeys.of(key.text))
    let measure = measure(key.text, map)
    if let kind = measure?.kind { _ = map["kind"]?.choice([(kind.id, kind)]) }
    guard let measure else { return nil }
    return Term(measure, conditions: conditions(of: measure, key.text, map))
  }

  private func measure(_ name: String, _ map: YAMLFields) -> Measure? {
    switch name {
    case "count_first", "count_ever", "count_stock", "sum_stock", "sum_flow": return ofJobs(name, map)
    case "count_paths", "count_persons": return ofPaths(name, map)
    case "count_meetings": return .countMeetings
    case "attendance": return .attendance
    case "sum_meetings":
      return map["of"]?.choice([("participants", .participants), ("partenaires", .partenaires)]).map {
        .sumMeetings($0)
      }
    case "difference", "sum": return map["of"].flatMap { ofParts(name, $0) }
    case "reference": return ofReference(map)
    case "reference_share":
      let (territory, plus) = (map["territory"].flatMap(territory), map["plus"].flatMap(part))
      guard let territory, let plus else { return nil }
      return .referenceShare(territory: territory, plus: plus)
    case "ratio": return ofRatio(map)
    default: return .delivery
    }
  }

  private func ofJobs(_ name: String, _ map: YAMLFields) -> Measure? {
    let statuses = JobStatus.allCases.map { ($0.id, $0) }
    switch name {
    case "count_first":
      let (status, after) = (map["status"]?.choice(statuses), map["after"]?.choice(statuses))
      return status.map { .countFirst($0, after: after) }
    case "count_ever":
      let (status, now) = (map["status"]?.choice(statuses), map["or_now"]?.choice(statuses))
      return status.map { .countEver($0, orNow: now) }
    case "count_stock":
      return map["of"]?.choice([("poste", .poste), ("salarie", .salarie)]).map { .countStock($0) }
    case "sum_stock":
      let (amount, prefers) = (amount(map), map["prefer"]?.choice([("heures", true), ("etp", false)]))
      if amount == .heures, let prefer = map["prefer"] { prefer.slip("prefer ne va qu'avec of: etp ; l'enlever") }
      return amount.map { .sumStock($0, preferHours: prefers ?? false) }
    default: return amount(map).map { .sumFlow($0) }
    }
  }

  private func ofPaths(_ name: String, _ map: YAMLFields) -> Measure? {
    guard name == "count_paths" else { return .countPersons }
    let end = map["at"]?.choice([("date_entree", Measure.PathEnd.date_entree), ("date_sortie", .date_sortie)])
    let minimum = map["minimum_stay"]?.flag() ?? false
    if minimum && end == .date_entree { map["minimum_stay"]?.fail("minimum_stay demande at: date_sortie") }
    return end.map { .countPaths($0, minimumStay: minimum) }
  }

  private func ofRatio(_ map: YAMLFields) -> Measure? {
    let (of, over) = (map["of"].flatMap(part), map["over"].flatMap(part))
    let factor = map["factor"]?.decimal() ?? Rational(1)
    if factor == .zero { map["factor"]?.slip("« 0 » ; attendu : un facteur, 1 ou 100") }
    guard let of, let over else { return nil }
    return .ratio(of: of, over: over, factor: factor)
  }

  private func ofParts(_ name: String, _ list: YAMLValue) -> Measure? {
    let entries = list.list()
    let parts = entries.compactMap(part)
    if list.isSequence, entries.count < 2 { list.fail("attendu : au moins deux parties") }
    guard parts.count == entries.count, parts.count >= 2 else { return nil }
    return name == "sum" ? .sum(parts) : .difference(parts)
  }

  private func ofReference(_ map: YAMLFields) -> Measure? {
    let territory = map["territory"].flatMap(territory)
    let against = map["against"].flatMap(self.territory)
    let of = map["of"]?.choice(["share", "ess_posts", "all_posts", "missing_posts"].map { ($0, $0) })
    guard let of else { return nil }
    if let value = Measure.ReferenceValue(rawValue: of) {
      map["against"]?.fail("against ne va qu'avec of: missing_posts ; l'enlever")
      return territory.map { .reference(territory: $0, value) }
    }
    if map["against"] == nil { map.place.fail("clé manquante : against (exemple : against: hauts-de-france)") }
    guard let territory, let against else { return nil }
    return .missingPosts(territory: territory, against: against)
  }

  private func part(_ value: YAMLValue) -> Part? {
    guard value.isMapping else { return value.slug(underscores: true).map { .indicator($0) } }
    let entries = value.entries()
    if entries.count == 1, entries[0].key.text == "baseline_of" {
      return entries[0].value.slug(underscores: true).map { .baseline(of: $0) }
    }
    return term(value).map { .term($0) }
  }

  private func territory(_ value: YAMLValue) -> String? {
    guard let text = value.text() else { return nil }
    if territories.ids.contains(text) || !territories.isWhole { return text }
    value.fail(
      "reference/territory.csv n'a pas de ligne pour \(quoted(text)) ; \(expectedOne(of: Array(Set(territories.ids)).sorted(), for: text))"
    )
    return nil
  }

  private func amount(_ map: YAMLFields) -> Measure.Amount? { map["of"]?.choice([("etp", .etp), ("heures", .heures)]) }

  /// Of rows, or handed to the parts.
  private func conditions(of measure: Measure, _ name: String, _ map: YAMLFields) -> [Condition] {
    guard MeasureKeys.of(name).names.contains("where") else { return [] }
    let kinds = measure.kind.map { [$0] } ?? ExportKind.allCases
    return ConditionDecoder(programme: programme, kinds: kinds).conditions(map)
  }
}
