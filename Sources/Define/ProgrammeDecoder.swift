import CSV
import Domain

/// programme.yaml → ``Programme``. Unknown keys, unknown ids and duplicates are errors with their place. Throws
/// ``DefinitionError``.
package func decodeProgramme(_ text: String, file: String = "programme.yaml") throws -> Programme {
  let root = try YAMLValue(text: text, file: file).mapping([
    "programme", "territory", "axes", "instances", "associations", "rules", "confidentiality", "words",
  ])
  let head = try root.required("programme").mapping(["id", "label", "start", "illustrative", "legal", "contact"])
  let territory = try decodeTerritory(root.required("territory"))
  let axes = try root.required("axes").list().map(decodeAxis)
  // Rows keep an axis in eight bits, and 0 is a blank.
  guard axes.count <= 255 else { throw try root.required("axes").fail("\(axes.count) axes ; attendu : 255 au plus") }
  try requireUnique(
    root.required("axes"), ids: axes.map(\.id), names: axes.map { [$0.label.fr, $0.label.en] + $0.aliases })
  let instances = try root.required("instances").list().map(decodeInstance)
  try requireUnique(
    root.required("instances"), ids: instances.map(\.id),
    names: instances.map { [$0.label.fr, $0.label.en] + $0.aliases })
  let associations = try root.required("associations").list().map { try decodeAssociation($0, axes: axes) }
  try requireUnique(
    root.required("associations"), ids: associations.map(\.id), names: associations.map { [$0.label] + $0.aliases })
  var programme = Programme(
    id: try head.required("id").slug(), label: try head.required("label").label(),
    start: try head.required("start").month(), territory: territory, axes: axes, instances: instances,
    associations: associations)
  programme.isIllustrative = try head["illustrative"]?.flag() ?? false
  programme.contact = try head["contact"]?.label()
  programme.legal = try head["legal"]?.label()
  if let rules = root["rules"] { programme.rules = try decodeRules(rules) }
  programme.words = try decodeWords(root["words"])
  if let rules = root["confidentiality"] { programme.confidentiality = try decodeConfidentiality(rules) }
  return programme
}

private func decodeTerritory(_ value: YAMLValue) throws -> Territory {
  let map = try value.mapping(["id", "label", "compared_to", "communes"])
  let communes = try map.required("communes").list().map { entry in
    let map = try entry.mapping(["id", "label", "aliases", "postal"])
    return Territory.Commune(
      code: try decodeCommune(map.required("id")), label: try map.required("label").label().fr,
      aliases: try map.list("aliases").map { try $0.text() },
      postalCodes: try map.list("postal").map { code in
        let text = try code.text()
        guard text.utf8.count == 5, text.utf8.allSatisfy({ (48...57).contains($0) }) else {
          throw code.fail("attendu : un code postal de cinq chiffres, entre guillemets")
        }
        return text
      })
  }
  try requireUnique(
    map.required("communes"), ids: communes.map(\.code.description), names: communes.map { [$0.label] + $0.aliases })
  return Territory(
    id: try map.required("id").slug(), label: try map.required("label").label(),
    comparedTo: try map["compared_to"]?.slug(), communes: communes)
}

private func decodeCommune(_ value: YAMLValue) throws -> CommuneCode {
  guard let code = CommuneCode(try value.text()) else {
    throw value.fail("attendu : un code INSEE de cinq caractères, entre guillemets")
  }
  return code
}

private func decodeAxis(_ value: YAMLValue) throws -> Axis {
  let map = try value.mapping(["id", "label", "aliases"])
  return Axis(
    id: try map.required("id").slug(), label: try map.required("label").label(),
    aliases: try map.list("aliases").map { try $0.text() })
}

private func decodeInstance(_ value: YAMLValue) throws -> Instance {
  let map = try value.mapping(["id", "label", "aliases", "axe", "tracked_from"])
  return Instance(
    id: try map.required("id").slug(), label: try map.required("label").label(),
    aliases: try map.list("aliases").map { try $0.text() },
    requiresAxis: try map["axe"]?.choice([("required", true)]) ?? false, trackedFrom: try map["tracked_from"]?.month())
}

private func decodeAssociation(_ value: YAMLValue, axes: [Axis]) throws -> Association {
  let map = try value.mapping([
    "id", "label", "aliases", "carrier", "axes", "commune", "member_from", "member_until", "owes", "encoding",
    "columns", "blank_is_no", "words",
  ])
  var association = Association(
    id: try map.required("id").slug(), label: try map.required("label").label().fr,
    commune: try decodeCommune(map.required("commune")), memberFrom: try map.required("member_from").month())
  association.aliases = try map.list("aliases").map { try $0.text() }
  association.isCarrier = try map["carrier"]?.flag() ?? false
  association.axes = try map.list("axes").map { axis in try axis.choice(axes.map { ($0.id, $0.id) }) }
  association.memberUntil = try map["member_until"]?.month()
  if let until = association.memberUntil, until < association.memberFrom {
    throw value.fail("member_until précède member_from")
  }
  let kinds = ExportKind.allCases.map { ($0.id, $0) }
  association.owes = Set(try map.list("owes").map { try $0.choice(kinds) })
  association.encoding = try map["encoding"]?.choice(
    TextEncoding.allCases.map { ($0.rawValue, $0) } + [("macroman", .macRoman)])
  for (key, columns) in try map["columns"]?.entries() ?? [] {
    let kind = try key.place.choice(kinds)
    let known = ExportSchema.of(kind).columns.map { ($0.id, $0.id) }
    for (column, aliases) in try columns.entries() {
      association.columns[kind, default: [:]][try column.place.choice(known)] = try aliases.list().map { try $0.text() }
    }
  }
  let yesNo = ExportKind.allCases.flatMap { ExportSchema.of($0).columns }.filter { $0.blank == .unknownOrNo }
    .map { ($0.id, $0.id) }
  association.blankIsNo = Set(try map.list("blank_is_no").map { try $0.choice(yesNo) })
  association.words = try decodeWords(map["words"])
  return association
}

/// `contrat: {cddi: ["CDD insertion"]}`: a word stands for one code of its column.
private func decodeWords(_ value: YAMLValue?) throws -> OwnWords {
  var words = OwnWords()
  for (key, codes) in try value?.entries() ?? [] {
    let (column, codebook) = try key.place.choice(OwnWords.columns.map { ($0.id, ($0.id, $0.codebook)) })
    var owners: [String: String] = [:]
    for (code, list) in try codes.entries() {
      let id = try code.place.choice(codebook.ids.map { ($0, $0) })
      words.byColumn[column, default: [:]][id] = try list.list().map { word in
        let text = try word.text()
        if let owner = owners.updateValue(id, forKey: normalForm(text)), owner != id {
          throw word.fail("« \(text) » désigne déjà « \(owner) »")
        }
        return text
      }
    }
  }
  return words
}

private func decodeRules(_ value: YAMLValue) throws -> Programme.Rules {
  let map = try value.mapping([
    "max_rejected_share", "material_threshold", "due_day", "retention_months", "minimum_stay_days",
    "settle_seconds",
  ])
  var rules = Programme.Rules()
  if let share = map["max_rejected_share"] {
    rules.maxRejectedShare = try share.quantity()
    guard (0...Quantity.scale).contains(rules.maxRejectedShare.tenThousandths) else {
      throw share.fail("attendu : une part de 0 à 1")
    }
  }
  if let threshold = map["material_threshold"] { rules.materialThreshold = try threshold.quantity() }
  rules.dueDay = try map["due_day"]?.integer(1...28) ?? rules.dueDay
  rules.settleSeconds = try map["settle_seconds"]?.integer(0...3600) ?? rules.settleSeconds
  rules.retentionMonths = try map["retention_months"]?.integer(1...1200)
  for (key, days) in try map["minimum_stay_days"]?.entries() ?? [] {
    rules.minimumStayDays[try key.place.choice(Scheme.allCases.map { ($0.id, $0) })] = try days.integer(0...3660)
  }
  return rules
}

private func decodeConfidentiality(_ value: YAMLValue) throws -> Programme.Confidentiality {
  let map = try value.mapping(["persons_threshold", "sensitive_threshold", "key_file"])
  var rules = Programme.Confidentiality()
  rules.personsThreshold = try map["persons_threshold"]?.integer(1...1000) ?? rules.personsThreshold
  rules.sensitiveThreshold = try map["sensitive_threshold"]?.integer(1...1000) ?? rules.sensitiveThreshold
  rules.keyFile = try map["key_file"]?.text()
  return rules
}

/// No id twice, and no name (in its normal form) that could mean two entries.
private func requireUnique(_ list: YAMLValue, ids: [String], names: [[String?]]) throws {
  var owners: [String: Int] = [:]
  let places = try list.list()
  for (index, id) in ids.enumerated() {
    if ids[..<index].contains(id) { throw places[index].fail("« \(id) » est écrit deux fois") }
    for name in [id] + names[index].compactMap({ $0 }) {
      let form = normalForm(name)
      if let owner = owners[form], owner != index {
        throw places[index].fail("« \(name) » désigne déjà « \(ids[owner]) »")
      }
      owners[form] = index
    }
  }
}
