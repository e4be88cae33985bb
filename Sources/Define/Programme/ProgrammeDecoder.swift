import Domain

/// programme.yaml → ``Programme``. Unknown keys, unknown ids and duplicates are errors with their place. Throws
/// ``DefinitionError`` or ``DefinitionErrors``.
package func decodeProgramme(_ text: String, file: String = "programme.yaml") throws -> Programme {
  let faults = DefinitionFaults()
  let draft = YAMLDocument.root(text, file: file, faults: faults).map(draftProgramme)
  try faults.throwAny()
  return draft?.programme ?? ProgrammeDraft.unread.programme
}

func draftProgramme(_ root: YAMLValue) -> ProgrammeDraft {
  let map = root.fields(ProgrammeKeys.file)
  var draft = ProgrammeDraft.unread
  draft.axes = Roster(of: map["axes"]?.entriesOfList)
  draft.instances = Roster(of: map["instances"]?.entriesOfList)
  draft.associations = Roster(of: map["associations"]?.entriesOfList)
  let head = map["programme"]?.fields(ProgrammeKeys.head)
  draft.start = head?["start"]?.month()
  let (territory, communes) = map["territory"].map(draftTerritory) ?? (draft.programme.territory, .unread)
  draft.communes = communes
  draft.programme = Programme(
    id: head?["id"]?.slug() ?? "", label: head?["label"]?.label() ?? .unread, start: draft.start ?? Month.unread,
    territory: territory, axes: map["axes"].map(decodeAxes) ?? [],
    instances: map["instances"].map(decodeInstances) ?? [], associations: [])
  draft.programme.isIllustrative = head?["illustrative"]?.flag() ?? false
  draft.programme.contact = head?["contact"]?.label()
  draft.programme.legal = head?["legal"]?.label()
  map["associations"].map { draftAssociations($0, into: &draft) }
  if let rules = map["rules"] { draft.programme.rules = decodeRules(rules) }
  draft.programme.words = decodeWords(map["words"])
  if let rules = map["confidentiality"] { draftConfidentiality(rules, into: &draft) }
  return draft
}

extension YAMLValue {
  /// nil where this is no list; nothing is noted.
  var entriesOfList: [YAMLValue]? { isSequence ? list() : nil }
}

extension Month {
  /// Stands where none could be read; nothing is reckoned with it.
  static let unread = Month.accepted.lowerBound
}

private func decodeAxes(_ value: YAMLValue) -> [Axis] {
  var names = NameRegister()
  let axes = value.list().map { entry in
    let map = entry.fields(ProgrammeKeys.axis)
    names.enter(map)
    return Axis(
      id: map["id"]?.slug() ?? "", label: map["label"]?.label() ?? .unread,
      aliases: map.list("aliases").compactMap { $0.text() })
  }
  // Rows keep an axis in eight bits, and 0 is a blank.
  if axes.count > 255 { value.fail("\(axes.count) axes ; attendu : 255 au plus") }
  return axes
}

private func decodeInstances(_ value: YAMLValue) -> [Instance] {
  var names = NameRegister()
  return value.list().map { entry in
    let map = entry.fields(ProgrammeKeys.instance)
    names.enter(map)
    return Instance(
      id: map["id"]?.slug() ?? "", label: map["label"]?.label() ?? .unread,
      aliases: map.list("aliases").compactMap { $0.text() },
      requiresAxis: map["axe"]?.choice([("required", true)]) ?? false, trackedFrom: map["tracked_from"]?.month())
  }
}

private func decodeRules(_ value: YAMLValue) -> Programme.Rules {
  let map = value.fields(ProgrammeKeys.rules)
  var rules = Programme.Rules()
  rules.maxRejectedShare = map["max_rejected_share"]?.share() ?? rules.maxRejectedShare
  rules.materialThreshold = map["material_threshold"]?.share() ?? rules.materialThreshold
  rules.dueDay = map["due_day"]?.integer(1...28) ?? rules.dueDay
  rules.settleSeconds = map["settle_seconds"]?.integer(0...3600) ?? rules.settleSeconds
  rules.retentionMonths = map["retention_months"]?.integer(1...1200)
  for (key, days) in map["minimum_stay_days"]?.entries() ?? [] {
    let scheme = key.place.choice(Scheme.allCases.map { ($0.id, $0) })
    let days = days.integer(0...3660)
    if let scheme { rules.minimumStayDays[scheme] = days }
  }
  return rules
}
