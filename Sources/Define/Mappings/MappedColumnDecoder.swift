import Domain

/// `columns` of a mapping: where each column of the contract comes from.
struct MappedColumnDecoder {
  let mapping: MappingDecoder
  let kind: ExportKind
  let months: Mapping.Months
  /// The column of the cells under months.
  let value: String?

  private var schema: ExportSchema { ExportSchema.of(kind) }
  private var monthColumn: String? { Mapping.monthColumn(of: kind) }

  func columns(_ value: YAMLValue) -> [String: ColumnSource] {
    var columns: [String: ColumnSource] = [:]
    for (key, value) in value.entries() {
      guard let column = key.place.choice(schema.columns.map { ($0.id, $0) }) else { continue }
      if months == .columns, column.id == monthColumn {
        key.place.fail("avec months: columns, le mois est celui de l'en-tête ; retirer \(column.id)")
      }
      columns[column.id] = source(value, column, line: key.place.line)
    }
    return columns
  }

  private func source(_ value: YAMLValue, _ column: ExportColumn, line: Int?) -> ColumnSource? {
    let line = line ?? 1
    guard value.isMapping else {
      if column.id == self.value { value.fail("\(column.id) vient des colonnes des mois (value) ; le retirer") }
      return mapping.header(value).map { ColumnSource(.header($0), line: line) }
    }
    let map = value.fields(MappingKeys.source)
    refuseLists(map, column)
    if let constant = map["constant"] { return self.constant(constant, map, column, line) }
    guard let origin = origin(map, column) else { return nil }
    let source = ColumnSource(
      origin, values: map["values"].map { values($0, column) },
      otherwise: map["else"].flatMap { contractValue($0, column) }, unit: map["unit"].flatMap { unit($0, column) },
      line: line)
    if let otherwise = map["else"], source.values == nil { otherwise.fail("else ne va qu'avec values") }
    if let unit = map["unit"], source.values != nil {
      unit.fail("values donne déjà la valeur du contrat ; attendu : values ou unit, pas les deux")
    }
    return source
  }

  /// A mapping must not become a list of persons.
  private func refuseLists(_ map: YAMLFields, _ column: ExportColumn) {
    let isPersonal =
      switch column.type {
      case .birth: true
      case .identifier: column.id != JobColumn.poste_id.declaration.id
      default: false
      }
    guard isPersonal else { return }
    for key in ["constant", "values", "else"] {
      map[key]?.fail(
        "\(key) est interdit pour \(column.id) : une correspondance ne doit pas devenir une liste de personnes ; attendu : l'en-tête"
      )
    }
  }

  private func constant(_ value: YAMLValue, _ map: YAMLFields, _ column: ExportColumn, _ line: Int) -> ColumnSource? {
    for key in ["from", "values", "else", "unit"] { map[key]?.fail("constant va seul ; retirer \(key)") }
    if column.id == self.value { value.fail("\(column.id) vient des colonnes des mois (value) ; le retirer") }
    if months == .rows, column.id == monthColumn {
      value.fail("avec months: rows, une colonne dit le mois de chaque ligne ; attendu : son en-tête")
    }
    guard let text = contractValue(value, column) else { return nil }
    if text.isEmpty, column.presence == .required {
      value.fail("\(column.id) est obligatoire ; attendu : une valeur")
    }
    return ColumnSource(.constant(text), line: line)
  }

  private func origin(_ map: YAMLFields, _ column: ExportColumn) -> ColumnSource.Origin? {
    guard let from = map["from"] else {
      if column.id == value { return .monthCell }
      map.place.fail("clé manquante : from (l'en-tête du fichier), ou constant")
      return nil
    }
    if column.id == value { from.fail("\(column.id) vient des colonnes des mois (value) ; retirer from") }
    guard from.isSequence else { return mapping.header(from).map { .header($0) } }
    let headers = from.list().compactMap(mapping.header)
    guard column.type.isMonth, headers.count == 2, from.list().count == 2 else {
      from.fail(
        column.type.isMonth
          ? "attendu : deux en-têtes, l'année puis le mois"
          : "deux en-têtes ne se lisent ensemble que pour mois ; attendu : un seul en-tête")
      return nil
    }
    return .yearAndMonth(year: headers[0], month: headers[1])
  }

  private func values(_ value: YAMLValue, _ column: ExportColumn) -> [String: String] {
    var values: [String: String] = [:]
    if value.isMapping, value.entries().isEmpty { value.fail("liste vide ; attendu : au moins une valeur") }
    for (key, contract) in value.entries() {
      let form = sourceForm(key.text)
      if form.isEmpty { key.place.fail("une cellule vide reste vide ; attendu : une valeur du fichier") }
      guard let text = contractValue(contract, column) else { continue }
      if let other = values[form], other != text {
        key.place.fail("\(quoted(key.text)) est écrit deux fois, à la casse et aux accents près ; en retirer un")
      }
      values[form] = text
    }
    return values
  }

  /// A value of the contract; empty: blank.
  private func contractValue(_ value: YAMLValue, _ column: ExportColumn) -> String? {
    guard let text = value.raw else {
      value.expected("une valeur")
      return nil
    }
    guard !text.isEmpty,
      let fault = mapping.check?(text, column, kind, mapping.association, mapping.programme)
    else { return text }
    value.fail("\(quoted(text)) : \(fault)")
    return text
  }

  private func unit(_ value: YAMLValue, _ column: ExportColumn) -> SourceUnit? {
    guard let unit = value.choice(SourceUnit.allCases.map { ($0.rawValue, $0) }) else { return nil }
    guard unit.column.declaration.id == column.id else {
      value.fail("\(unit.rawValue) ne va qu'avec \(unit.column.declaration.id), non avec \(column.id)")
      return nil
    }
    return unit
  }
}

extension ColumnType {
  fileprivate var isMonth: Bool { if case .month = self { true } else { false } }
}
