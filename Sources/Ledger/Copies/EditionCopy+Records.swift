extension EditionCopy {
  /// Figures of the indicators that are wanted; nil: damaged.
  package func figures(where isWanted: (String) -> Bool) -> [FigureRecord]? {
    guard let text = sections[.figures] else { return nil }
    let width = FigureRecord.columns.count
    var records: [FigureRecord?] = []
    let isText = CopyText.forEachRow(of: text, where: isWanted) { row in
      records.append(row.count == width ? FigureRecord(row) : nil)
    }
    let figures = records.compactMap(\.self)
    return isText && figures.count == records.count ? figures : nil
  }

  /// nil: damaged.
  package var definitions: [DefinitionRecord]? {
    rows(.definitions, width: DefinitionRecord.columns.count)?.all { row in
      guard let file = row[0], let hash = row[1] else { return nil }
      return DefinitionRecord(file: file, sha256: hash)
    }
  }

  /// nil: damaged.
  package var disclosures: [DisclosureRecord]? {
    rows(.disclosures, width: DisclosureRecord.columns.count)?.all(DisclosureRecord.init)
  }
}

extension [[String?]] {
  /// All rows as records; nil: one is none.
  fileprivate func all<Record>(_ record: ([String?]) -> Record?) -> [Record]? {
    let records = compactMap(record)
    return records.count == count ? records : nil
  }
}

extension FigureRecord {
  /// Of a row as wide as the record; nil: not one of a copy.
  fileprivate init?(_ row: [String?]) {
    guard let indicator = row[0], let horizon = row[1], let cell = row[2],
      let status = row[6], let confidentiality = row[8]
    else { return nil }
    self.init(
      indicator: indicator, horizon: horizon, cell: cell, value: row[3], numerator: row[4], denominator: row[5],
      status: status, reason: row[7], confidentiality: confidentiality)
  }
}

extension DisclosureRecord {
  /// Of a row as wide as the record; nil: not one of a copy.
  fileprivate init?(_ row: [String?]) {
    guard let month = row[0], let indicator = row[1], let horizon = row[2], let cell = row[3],
      let confidentiality = row[7]
    else { return nil }
    self.init(
      month: month, indicator: indicator, horizon: horizon, cell: cell, value: row[4], numerator: row[5],
      denominator: row[6], confidentiality: confidentiality, protects: row[8])
  }
}
