import Domain

func draftTerritory(_ value: YAMLValue) -> (Territory, communes: Roster) {
  let map = value.fields(ProgrammeKeys.territory)
  var names = NameRegister(reserved: [CommuneCode.elsewhereID, "hors territoire"])
  let communes = map.list("communes").map { entry in
    let map = entry.fields(ProgrammeKeys.commune)
    names.enter(map)
    return Territory.Commune(
      code: map["id"]?.communeCode() ?? .blank, label: map["label"]?.label()?.fr ?? "",
      aliases: map.list("aliases").compactMap { $0.text() },
      postalCodes: map["postal"]?.distinctList().compactMap { $0.postalCode() } ?? [])
  }
  let territory = Territory(
    id: map["id"]?.slug() ?? "", label: map["label"]?.label() ?? .unread, comparedTo: map["compared_to"]?.slug(),
    communes: communes)
  return (territory, Roster(of: map["communes"]?.entriesOfList))
}

extension YAMLValue {
  func communeCode() -> CommuneCode? {
    guard let code = raw.flatMap({ CommuneCode($0) }) else {
      expected("un code INSEE de cinq caractères, entre guillemets (\"62427\")")
      return nil
    }
    return code
  }

  /// A code, or `ailleurs`.
  func communeOrElsewhere() -> CommuneCode? {
    guard let code = raw.flatMap({ CommuneCode(id: $0) }) else {
      expected("un code INSEE (\"62427\"), ou ailleurs")
      return nil
    }
    return code
  }

  fileprivate func postalCode() -> String? {
    guard let raw, raw.utf8.count == 5, raw.utf8.allSatisfy({ (48...57).contains($0) }) else {
      expected("un code postal de cinq chiffres, entre guillemets (\"62110\")")
      return nil
    }
    return raw
  }
}
