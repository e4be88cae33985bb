import CSV
import Domain

func draftAssociations(_ value: YAMLValue, into draft: inout ProgrammeDraft) {
  var names = NameRegister(reserved: ["tous"])
  var all: [Association] = []
  for entry in value.list() {
    let association = entry.faults.sound { () -> Association in
      let map = entry.fields(ProgrammeKeys.association)
      names.enter(map)
      let association = decodeAssociation(map, axes: draft.axes)
      all.append(association)
      return association
    }
    if let association { draft.soundAssociations.insert(association.id) }
  }
  draft.programme.associations += all
}

private func decodeAssociation(_ map: YAMLFields, axes: Roster) -> Association {
  let kinds = ExportKind.allCases.map { ($0.id, $0) }
  let from = map["member_from"]?.month()
  var association = Association(
    id: map["id"]?.slug() ?? "", label: map["label"]?.label()?.fr ?? "",
    commune: map["commune"]?.communeCode() ?? .blank, memberFrom: from ?? .unread)
  association.aliases = map.list("aliases").compactMap { $0.text() }
  association.isCarrier = map["carrier"]?.flag() ?? false
  association.axes = map["axes"]?.distinctList().compactMap { $0.member(of: axes) } ?? []
  association.memberUntil = map["member_until"]?.month()
  if let from, let until = association.memberUntil, until < from {
    map["member_until"]?.fail("member_until (\(until)) précède member_from (\(from)) ; attendu : \(from) ou plus tard")
  }
  association.owes = Set(map["owes"]?.distinctList().compactMap { $0.choice(kinds) } ?? [])
  association.encoding = map["encoding"]?.choice(
    TextEncoding.allCases.map { ($0.rawValue, $0) } + [("macroman", .macRoman)])
  association.columns = decodeColumns(map["columns"])
  association.blankIsNo = Set(map["blank_is_no"]?.distinctList().compactMap { $0.choice(yesNoColumns) } ?? [])
  association.words = decodeWords(map["words"])
  return association
}

private let yesNoColumns: [(String, String)] = {
  var seen: Set<String> = []
  return ExportKind.allCases.flatMap { ExportSchema.of($0).columns }
    .filter { $0.blank == .unknownOrNo && seen.insert($0.id).inserted }.map { ($0.id, $0.id) }
}()

/// `{etp: {heures: ["Nb heures payées"]}}`: a header stands for one column of its kind.
private func decodeColumns(_ value: YAMLValue?) -> [ExportKind: [String: [String]]] {
  var columns: [ExportKind: [String: [String]]] = [:]
  for (key, entries) in value?.entries() ?? [] {
    guard let kind = key.place.choice(ExportKind.allCases.map { ($0.id, $0) }) else { continue }
    let known = ExportSchema.of(kind).columns.map { ($0.id, $0.id) }
    var owners: [String: String] = [:]
    for (column, headers) in entries.entries() {
      let id = column.place.choice(known)
      let texts = headers.nonEmptyList("un en-tête").compactMap { header -> String? in
        guard let text = header.text() else { return nil }
        if let owner = owners.updateValue(column.text, forKey: normalForm(text)) {
          header.slip(
            "\(quoted(text)) \(owner == column.text ? "est écrit deux fois" : "désigne déjà « \(owner) »") ; en retirer un"
          )
        }
        return text
      }
      if let id { columns[kind, default: [:]][id] = texts }
    }
  }
  return columns
}

/// `contrat: {cddi: ["CDD insertion"]}`: a word stands for one code of its column.
func decodeWords(_ value: YAMLValue?) -> OwnWords {
  var words = OwnWords()
  for (key, codes) in value?.entries() ?? [] {
    guard let (column, codebook) = key.place.choice(OwnWords.columns.map { ($0.id, ($0.id, $0.codebook)) }) else {
      continue
    }
    var owners: [String: String] = [:]
    for (code, list) in codes.entries() {
      let id = code.place.choice(codebook.ids.map { ($0, $0) })
      let texts = list.list().compactMap { word -> String? in
        guard let text = word.text() else { return nil }
        let owner = owners.updateValue(code.text, forKey: normalForm(text))
        if let owner, owner != code.text {
          word.fail("\(quoted(text)) désigne déjà « \(owner) » ; en retirer un")
        } else if owner != nil {
          word.slip("\(quoted(text)) est écrit deux fois ; en retirer un")
        }
        return text
      }
      if let id { words.byColumn[column, default: [:]][id] = texts }
    }
  }
  return words
}
