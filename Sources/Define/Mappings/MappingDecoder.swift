import Domain

/// The mappings of one association, kind by kind.
struct MappingDecoder {
  let association: Association
  let programme: Programme
  /// nil: values are not held against the contract; what they rest on could not be read.
  let check: ContractValueCheck?

  func mappings(_ root: YAMLValue) -> [ExportKind: Mapping] {
    let map = root.fields(MappingKeys.file)
    var mappings: [ExportKind: Mapping] = [:]
    var names: [String: ExportKind] = [:]
    for kind in ExportKind.allCases {
      guard let value = map[kind.id] else { continue }
      let mapping = mapping(value, kind)
      let name = mapping.file.pattern.lowercased()
      if let other = names[name] {
        value.fail(
          "\(quoted(mapping.file.pattern)) est déjà le fichier de \(other.id) ; attendu : un fichier par export")
      }
      names[name] = kind
      mappings[kind] = mapping
    }
    for (kind, mapping) in mappings {
      let others = ExportKind.allCases.filter { $0 != kind }.map { MappedFileName.contract($0).pattern.lowercased() }
      if others.contains(mapping.file.pattern.lowercased()) {
        map[kind.id]?.fail("\(quoted(mapping.file.pattern)) est le nom d'un autre export ; attendu : un nom à lui")
      }
    }
    return mappings
  }

  private func mapping(_ value: YAMLValue, _ kind: ExportKind) -> Mapping {
    let map = value.fields(MappingKeys.export)
    var mapping = Mapping(
      definition: value.file, file: map["file"].flatMap(fileName) ?? MappedFileName.contract(kind))
    mapping.months = map["months"]?.choice(Mapping.Months.allCases.map { ($0.rawValue, $0) }) ?? .file
    mapping.monthsLine = DefinitionLine((map["months"] ?? value).line ?? 1)
    mapping.quotes = map["quotes"]?.choice(Mapping.Quotes.allCases.map { ($0.rawValue, $0) }) ?? .standard
    mapping.drop = map["drop"]?.nonEmptyList("un début de ligne").compactMap(drop) ?? []
    mapping.keep = map["keep"]?.entries().compactMap(keep) ?? []
    requireMonths(map, mapping, kind)
    mapping.value = valueColumn(map, mapping.months)
    let columns = MappedColumnDecoder(mapping: self, kind: kind, months: mapping.months, value: mapping.value)
    mapping.columns = map["columns"].map(columns.columns) ?? [:]
    if let column = mapping.value, mapping.columns[column] == nil {
      mapping.columns[column] = ColumnSource(.monthCell, line: map["value"]?.line ?? 1)
    }
    return mapping
  }

  private func fileName(_ value: YAMLValue) -> MappedFileName? {
    guard let text = value.text() else { return nil }
    guard let name = MappedFileName(text) else {
      value.fail(
        "\(quoted(text)) ; attendu : un nom de fichier, avec un mois au plus (\(MappedFileName.placeholders.joined(separator: ", ")))"
      )
      return nil
    }
    let isHidden = text.hasPrefix(".") || text.hasPrefix("~") || text.hasSuffix("~")
    let isPassing = [".part", ".filepart", ".crdownload", ".tmp"].contains(where: text.lowercased().hasSuffix)
    if text.contains(where: "/\\".contains) || isHidden || isPassing || text.contains(where: \.isNewline) {
      value.fail("\(quoted(text)) ; attendu : le nom d'un fichier du dossier de l'association, sans dossier")
    }
    let ending = text.lowercased().split(separator: ".").last.map(String.init) ?? ""
    if ["xlsx", "xls", "xlsm", "xlsb", "ods", "numbers"].contains(ending) {
      value.fail("un classeur n'est pas lu ; attendu : le fichier CSV que le logiciel enregistre")
    }
    return name
  }

  private func drop(_ value: YAMLValue) -> Mapping.Drop? {
    guard let text = value.text() else { return nil }
    let drop = Mapping.Drop(text, line: value.line ?? 1)
    guard drop.beginning.isEmpty else { return drop }
    value.fail("\(quoted(text)) n'a ni lettre ni chiffre : toute ligne commence ainsi ; attendu : un début de ligne")
    return nil
  }

  private func keep(_ entry: (key: (text: String, place: YAMLValue), value: YAMLValue)) -> Mapping.Keep? {
    guard let header = header(entry.key.place) else { return nil }
    let line = entry.key.place.line ?? 1
    if entry.value.isSequence {
      let values = entry.value.nonEmptyList("une valeur").compactMap { value -> String? in
        if value.raw == nil { value.expected("une valeur") }
        return value.raw.map(sourceForm)
      }
      return Mapping.Keep(header, .oneOf(Set(values)), line: line)
    }
    guard entry.value.raw != "known" else { return Mapping.Keep(header, .known, line: line) }
    entry.value.expected("une liste ([…]) ou known")
    return nil
  }

  /// A header as it may be looked for.
  func header(_ value: YAMLValue) -> String? {
    guard let text = value.text() else { return nil }
    guard normalForm(text).isEmpty else { return text }
    value.fail("\(quoted(text)) n'a ni lettre ni chiffre ; attendu : un en-tête du fichier")
    return nil
  }

  private func requireMonths(_ map: YAMLFields, _ mapping: Mapping, _ kind: ExportKind) {
    let months = map["months"] ?? map["file"] ?? map.place
    switch (kind, mapping.months) {
    case (.beneficiaires, .rows), (.beneficiaires, .columns):
      months.fail("un registre est celui d'un mois ; attendu : months: file")
    case (.reunions, .columns): months.fail("une réunion a sa date ; attendu : months: file ou rows")
    case (_, .file) where mapping.isSeries:
      let known = MappedFileName.placeholders.joined(separator: ", ")
      (map["file"] ?? map.place).fail(
        kind == .beneficiaires
          ? "un registre est celui d'un mois ; attendu : le mois dans le nom (\(known))"
          : "le nom n'a pas de mois ; attendu : le mois dans le nom (\(known)), ou months: rows ou columns")
    default: break
    }
  }

  private func valueColumn(_ map: YAMLFields, _ months: Mapping.Months) -> String? {
    guard months == .columns else {
      map["value"]?.fail("value ne va qu'avec months: columns ; le retirer")
      return nil
    }
    guard let value = map["value"] else {
      map.place.fail("clé manquante : value (etp ou heures), ce que disent les cellules sous les mois")
      return nil
    }
    return value.choice([JobColumn.etp, .heures].map { ($0.declaration.id, $0.declaration.id) })
  }
}
