import Domain

/// Reads the sections of a funder's report.
struct SectionDecoder {
  let catalogue: CatalogueDraft

  func sections(_ value: YAMLValue) -> [Funder.Section] {
    var lines: [String: Int?] = [:]
    return value.list().map { entry in
      let map = entry.fields(FunderKeys.section)
      let section = section(map)
      let title = section.title.fr.lowercased()
      if !title.isEmpty, let first = lines.updateValue(entry.line, forKey: title) {
        (map["title"] ?? entry).fail("deux sections ont le même titre\(already(first)) ; en changer un")
      }
      return section
    }
  }

  private func section(_ map: YAMLFields) -> Funder.Section {
    let rows = map["rows"]?.choice(Dimension.allCases.map { ($0.id, $0) })
    var lines: [Funder.Column: Int?] = [:]
    let entries = map["columns"]?.nonEmptyList("une colonne") ?? []
    let columns = entries.compactMap { entry -> Funder.Column? in
      guard let column = column(entry, rows: rows) else { return nil }
      if let first = lines.updateValue(entry.line, forKey: column) {
        entry.slip("cette colonne est déjà dans la section\(already(first)) ; en retirer une")
      }
      return column
    }
    let series = columns.count == entries.count ? Roster(columns.map(\.indicator)) : .unread
    return Funder.Section(
      title: map["title"]?.label() ?? .unread, sentence: map["sentence"]?.label() ?? .unread, rows: rows ?? .axe,
      columns: columns, chart: map["chart"].map { chart($0, series) } ?? .none)
  }

  private func column(_ entry: YAMLValue, rows: Dimension?) -> Funder.Column? {
    let map = entry.fields(FunderKeys.column)
    let id = map["indicator"]?.member(of: catalogue.roster)
    let horizon = map["horizon"]?.choice(Horizon.allCases.map { ($0.id, $0) })
    guard let id, let horizon else { return nil }
    if let found = catalogue[id] {
      if found.hasHorizons, !found.indicator.horizons.contains(horizon) {
        map["horizon"]?.fail(
          "« \(id) » n'a pas l'horizon « \(horizon.id) » dans indicators.yaml ; attendu : \(found.horizonWords)")
      }
      if let rows, found.hasBreakdowns, !found.indicator.breakdowns.contains([rows]) {
        map["indicator"]?.fail(
          "« \(id) » n'est pas ventilé par « \(rows.id) » dans indicators.yaml ; attendu : \(found.breakdownWords)")
      }
    }
    return Funder.Column(indicator: id, horizon: horizon)
  }

  private func chart(_ value: YAMLValue, _ series: Roster) -> Funder.Chart {
    guard value.isMapping else {
      if value.raw != "none" { value.expected("none, ou {bar: […]}, {stacked: […]}, {line: […]}") }
      return .none
    }
    let map = value.fields(FunderKeys.chart)
    let charts = FunderKeys.chart.keys.compactMap { key in
      map[key.name].map { list -> Funder.Chart in
        _ = list.nonEmptyList("un indicateur")
        let ids = list.isSequence ? list.distinctList().compactMap { $0.member(of: series) } : []
        return key.name == "bar" ? .bar(ids) : key.name == "stacked" ? .stacked(ids) : .line(ids)
      }
    }
    if charts.count != 1 {
      value.slip("\(charts.count) graphiques ; attendu : un seul de bar, stacked, line (ou none)")
    }
    return charts.first ?? .none
  }
}

extension CatalogueDraft.Entry {
  /// The horizons that it has.
  var horizonWords: String { indicator.horizons.map(\.id).joined(separator: ", ") }

  /// What it is broken down by.
  var breakdownWords: String {
    let words = indicator.breakdowns.map { $0.map(\.id).joined(separator: " et ") }
    return words.isEmpty ? "rien (pas de by)" : words.joined(separator: ", ")
  }
}
