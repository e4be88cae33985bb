import Domain

/// inputs/funders/<funder>.yaml → ``Funder``. Throws ``DefinitionError``.
package func decodeFunder(_ text: String, catalogue: Catalogue, programme: Programme, file: String) throws -> Funder {
  let root = try YAMLValue(text: text, file: file)
    .mapping(["funder", "csv", "key_figures", "objectives", "comments", "sections", "labels"])
  let figures = FunderFigureDecoder(catalogue: catalogue, programme: programme)
  let head = try root.required("funder").mapping(["id", "label", "title", "contact", "agreement_from"])
  let known = catalogue.indicators.map { ($0.id, $0.id) }
  var funder = Funder(
    id: try head.required("id").slug(), label: try head.required("label").label(),
    title: try head.required("title").label(),
    keyFigures: try figures.keyFigures(root.required("key_figures")),
    sections: try root.required("sections").list().map { try decodeSection($0, catalogue: catalogue) })
  funder.contact = try head["contact"]?.label()
  funder.agreementFrom = try head["agreement_from"]?.month()
  if let csv = root["csv"] { funder.dialect = try decodeDialect(csv) }
  for (key, label) in try root["labels"]?.entries() ?? [] {
    funder.labels[try key.place.choice(known)] = try label.label()
  }
  funder.objectives = try figures.objectives(root["objectives"], of: funder)
  funder.comments = try figures.comments(root["comments"], of: funder)
  let titles = funder.sections.map { $0.title.fr.lowercased() }
  if let twice = titles.indices.first(where: { titles[..<$0].contains(titles[$0]) }) {
    throw try root.required("sections").list()[twice].fail("deux sections ont le même titre")
  }
  return funder
}

private func decodeSection(_ value: YAMLValue, catalogue: Catalogue) throws -> Funder.Section {
  let map = try value.mapping(["title", "sentence", "rows", "columns", "chart"])
  let rows = try map.required("rows").choice(Dimension.allCases.map { ($0.id, $0) })
  let columns = try map.required("columns").list().map { entry in
    let map = try entry.mapping(["indicator", "horizon"])
    let id = try map.required("indicator").choice(catalogue.indicators.map { ($0.id, $0.id) })
    let horizon = try map.required("horizon").choice(Horizon.allCases.map { ($0.id, $0) })
    guard let indicator = catalogue[id], indicator.horizons.contains(horizon) else {
      throw entry.fail("« \(id) » n'a pas l'horizon « \(horizon.id) » dans indicators.yaml")
    }
    guard indicator.breakdowns.contains([rows]) else {
      throw entry.fail("« \(id) » n'est pas ventilé par « \(rows.id) » dans indicators.yaml")
    }
    return Funder.Column(indicator: id, horizon: horizon)
  }
  guard !columns.isEmpty else { throw value.fail("attendu : au moins une colonne") }
  return Funder.Section(
    title: try map.required("title").label(), sentence: try map.required("sentence").label(), rows: rows,
    columns: columns, chart: try map["chart"].map { try decodeChart($0, columns: columns) } ?? .none)
}

private func decodeChart(_ value: YAMLValue, columns: [Funder.Column]) throws -> Funder.Chart {
  guard value.isMapping else { return try value.choice([("none", .none)]) }
  let map = try value.mapping(["bar", "stacked", "line", "none"])
  let known = columns.map { ($0.indicator, $0.indicator) }
  func series(_ key: String) throws -> [String]? {
    guard let list = try map[key]?.list().map({ try $0.choice(known) }) else { return nil }
    guard !list.isEmpty else { throw value.fail("attendu : au moins un indicateur") }
    return list
  }
  if let ids = try series("bar") { return .bar(ids) }
  if let ids = try series("stacked") { return .stacked(ids) }
  if let ids = try series("line") { return .line(ids) }
  return .none
}

private func decodeDialect(_ value: YAMLValue) throws -> Funder.Dialect {
  let map = try value.mapping(["separator", "decimal", "bom", "line_end"])
  var dialect = Funder.Dialect()
  let separators: [(String, Character)] = [(";", ";"), (",", ","), ("\t", "\t"), ("|", "|")]
  if let separator = map["separator"] { dialect.separator = try separator.choice(separators) }
  if let decimal = map["decimal"] { dialect.decimal = try decimal.choice([(",", ","), (".", ".")]) }
  if let mark = map["bom"] { dialect.byteOrderMark = try mark.flag() }
  if let end = map["line_end"] {
    dialect.lineEnd = try end.choice(Funder.Dialect.LineEnd.allCases.map { ($0.rawValue, $0) })
  }
  return dialect
}
