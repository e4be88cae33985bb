import GRDB

extension Ledger {
  /// Fills a new ledger from the copies of all editions, in the order of their publication, and from what was saved of the old
  /// one. One transaction. Throws ``LedgerError``: `damaged` where a copy is not what ``EditionCopy`` writes, or refers to one that
  /// is not before it.
  package func restore(_ copies: [EditionCopy], and salvage: Salvage) throws(LedgerError) {
    try write { db in
      // When files came: the old ledger knows better than the copies.
      let receptions: RowWriter<ReceptionRecord>.Columns = [
        "association": { $0.association }, "kind": { $0.kind }, "month": { $0.month }, "sha256": { $0.sha256 },
        "receivedAt": { $0.receivedAt },
      ]
      try RowWriter(db, into: "delivery", receptions, skipsKnown: true).write(salvage.receptions)
      var ids: [String: Int64] = [:]
      for copy in copies {
        let (name, id) = try restore(copy, db)
        ids[name] = id
      }
      for closing in salvage.closings { try closing.insert(db) }
      let archives = try String.fetchSet(db, sql: "SELECT name FROM archive")
      for purge in salvage.purges where archives.contains(purge.archive) { try purge.insert(db) }
      for sending in salvage.sendings {
        if let id = ids[sending.edition] { try insert(sending, edition: id, db) }
      }
      for (run, edition) in salvage.runs { try insert(run, edition: edition.flatMap { ids[$0] }, db) }
    }
  }

  /// Gives the edition's name and id.
  private func restore(_ copy: EditionCopy, _ db: Database) throws -> (name: String, id: Int64) {
    guard let origin = copy.origin, let head = copy.rows(.edition, width: EditionRecord.columns.count)?.first,
      let month = head[0], let number = head[1], let programme = head[7],
      let places = copy.rows(.places, width: 1), let inputs = copy.rows(.inputs, width: InputRecord.columns.count),
      let readings = copy.rows(.readings, width: ArchivedExportRecord.columns.count), places.count == inputs.count,
      let inputList = copy.list(.inputs), let findingList = copy.list(.findings)
    else { throw LedgerError(.damaged, path) }
    try insert([[programme, origin.keyId]], ["id", "keyId"], into: "programme", db, skipsKnown: true)
    try insert(
      [head + [origin.manifest, origin.publishedAt]], EditionRecord.columns.map(\.key) + ["manifest", "publishedAt"],
      into: "edition", db)
    let id = db.lastInsertedRowID
    try insert(readings.map { [$0[4], $0[6]] }, ["name", "sha256"], into: "archive", db, skipsKnown: true)
    try insert(
      readings.map { Array($0[..<6]) }, ["sha256", "association", "kind", "form", "archive", "seal"], into: "reading",
      db,
      skipsKnown: true)
    try insert(
      inputs.filter { $0[4] != "" }.map { [$0[0], $0[1], $0[2], $0[4], origin.publishedAt] },
      ["association", "kind", "month", "sha256", "receivedAt"], into: "delivery", db, skipsKnown: true)
    try insert(
      numbered(zip(inputs, places).map { $0 + $1 }, id, inputList),
      ["edition", "position"] + InputRecord.columns.map(\.key) + ["archive"], into: "input", db)
    guard try insert(inputList.runs, InputRecord.list, of: id, db) != nil,
      try insert(findingList.runs, FindingRecord.list, of: id, db) != nil
    else { throw LedgerError(.damaged, path) }
    try insert(
      try rows(copy, .definitions, DefinitionRecord.columns.count).map { ["\(id)"] + $0 },
      ["edition"] + DefinitionRecord.columns.map(\.key), into: "definition", db)
    try insert(
      numbered(try rows(copy, .findings, FindingRecord.columns.count), id, findingList),
      ["edition", "position"] + FindingRecord.columns.map(\.key), into: "finding", db)
    try insert(
      numbered(try rows(copy, .figures, FigureRecord.columns.count), id),
      ["edition", "position"] + FigureRecord.columns.map(\.key), into: "figure", db)
    try insert(
      numbered(try rows(copy, .disclosures, DisclosureRecord.columns.count), id),
      ["edition", "position"] + DisclosureRecord.columns.map(\.key), into: "disclosure", db)
    return ("\(month).\(number)", id)
  }

  private func rows(_ copy: EditionCopy, _ section: EditionCopy.Section, _ width: Int) throws -> [[String?]] {
    guard let rows = copy.rows(section, width: width) else {
      throw LedgerError(.damaged, path)
    }
    return rows
  }

  private func numbered(_ rows: [[String?]], _ edition: Int64, _ list: CopiedList? = nil) -> [[String?]] {
    rows.enumerated().map { ["\(edition)", "\(list?.own[$0.offset].position ?? $0.offset)"] + $0.element }
  }

  /// Texts as they are: a STRICT table makes numbers of them where its columns are numbers, and refuses what is none.
  private func insert(
    _ rows: [[String?]], _ columns: [String], into table: String, _ db: Database, skipsKnown: Bool = false
  ) throws {
    let values = columns.indices.map { index in
      (columns[index], { (row: [String?]) -> (any DatabaseValueConvertible)? in row[index] })
    }
    try RowWriter(db, into: table, values, skipsKnown: skipsKnown).write(rows)
  }
}
