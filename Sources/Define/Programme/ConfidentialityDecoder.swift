import Domain

func draftConfidentiality(_ value: YAMLValue, into draft: inout ProgrammeDraft) {
  let map = value.fields(ProgrammeKeys.confidentiality)
  var rules = Programme.Confidentiality()
  rules.personsThreshold = map["persons_threshold"]?.integer(1...1000) ?? rules.personsThreshold
  rules.sensitiveThreshold = map["sensitive_threshold"]?.integer(1...1000) ?? rules.sensitiveThreshold
  rules.sumsThreshold = map["sums_threshold"]?.integer(0...1000) ?? rules.sumsThreshold
  rules.keyFile = map["key_file"]?.text()
  draft.keptCells = keptCells(map.list("keep"))
  rules.keep = draft.keptCells.map(\.kept)
  draft.programme.confidentiality = rules
}

private func keptCells(_ entries: [YAMLValue]) -> [KeptCellsDraft] {
  var lines: [KeptCells: Int?] = [:]
  return entries.compactMap { entry in
    guard let draft = KeptCellsDraft(entry) else { return nil }
    if let first = lines.updateValue(entry.line, forKey: draft.kept) {
      entry.slip("ces cellules sont déjà dans la liste\(already(first)) ; en retirer une")
    }
    return draft
  }
}
