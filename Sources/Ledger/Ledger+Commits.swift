import GRDB

/// What the ledger is told. Each call is one transaction. Every value goes into its column by name.
extension Ledger {
  /// The commit point of an edition: before it there is none, after it there is. `lists`: of the same contents.
  package func commit(
    _ contents: EditionContents, as lists: EditionLists, keyId: String, run: RunRecord
  ) throws(LedgerError) {
    let id = try write { db in
      var edition = contents.edition
      try RowWriter(db, into: "programme", ["id": { _ in edition.programme }, "keyId": { $0 }], skipsKnown: true)
        .write([keyId])
      try edition.insert(db)
      try insert(run, edition: edition.id, db)
      try insertArchivedExports(lists.readings, db)
      try insertDeliveries(lists.inputs.own(of: edition.name)?.records ?? [], edition, db)
      try insert(lists.inputs, of: edition, db)
      try insertDefinitions(contents.definitions, edition, db)
      try insert(lists.findings, of: edition, db)
      try insert(contents.figures.enumerated(), into: "figure", of: edition, db)
      try insert(contents.disclosures.enumerated(), into: "disclosure", of: edition, db)
      return edition.id
    }
    known.add(lists.readings)
    guard let id else { return }
    // The next edition is written behind this one.
    keep(lists.inputs, of: contents.edition, id)
    keep(lists.findings, of: contents.edition, id)
  }

  private func keep<Record: ListedRecord>(_ list: EditionList<Record>, of edition: EditionRecord, _ id: Int64) {
    Record.keep(list.own(of: edition.name) ?? OwnRows(edition: edition.name, []), in: known, of: id)
  }

  /// What the manifests of editions say.
  package func note(_ notes: [(edition: EditionRecord, note: ToldNote)]) throws(LedgerError) {
    try write { db in
      for (edition, note) in notes {
        try db.execute(
          sql: "UPDATE edition SET told = ? WHERE id = ? AND told IS NULL", arguments: [note.text, edition.id])
      }
    }
  }

  /// Runs that published nothing, each with the edition that it found in force.
  package func record(_ runs: [(run: RunRecord, edition: EditionRecord?)]) throws(LedgerError) {
    try write { db in for (run, edition) in runs { try insert(run, edition: edition?.id, db) } }
  }

  package func record(_ run: RunRecord, edition: EditionRecord? = nil) throws(LedgerError) {
    try record([(run, edition)])
  }

  /// A report of this edition that was sent.
  package func send(_ sending: SendingRecord, of edition: EditionRecord) throws(LedgerError) {
    try write { db in try insert(sending, edition: edition.id, db) }
  }

  func insert(_ sending: SendingRecord, edition: Int64?, _ db: Database) throws {
    let columns: RowWriter<SendingRecord>.Columns = [
      "edition": { _ in edition }, "funder": { $0.funder }, "sentOn": { $0.sentOn }, "at": { $0.at },
      "seal": { $0.seal },
    ]
    try RowWriter(db, into: "sending", columns).write([sending])
  }

  package func close(_ closing: ClosingRecord) throws(LedgerError) { try write { try closing.insert($0) } }

  func insert(_ run: RunRecord, edition: Int64?, _ db: Database) throws {
    let columns: RowWriter<RunRecord>.Columns = [
      "at": { $0.at }, "month": { $0.month }, "program": { $0.bilanVersion }, "outcome": { $0.outcome.rawValue },
      "edition": { _ in edition }, "detail": { $0.detail }, "fingerprint": { $0.fingerprint },
    ]
    try RowWriter(db, into: "run", columns).write([run])
  }

  private func insertArchivedExports(_ records: [ArchivedExportRecord], _ db: Database) throws {
    let files: RowWriter<ArchivedExportRecord>.Columns = ["name": { $0.archive }, "sha256": { $0.archiveSHA256 }]
    try RowWriter(db, into: "archive", files, skipsKnown: true).write(records)
    let readings: RowWriter<ArchivedExportRecord>.Columns = [
      "sha256": { $0.sha256 }, "association": { $0.association }, "kind": { $0.kind }, "form": { $0.definitionsHash },
      "archive": { $0.archive }, "seal": { $0.seal },
    ]
    try RowWriter(db, into: "reading", readings, skipsKnown: true).write(records)
  }

  /// When each file came first: one that an edition before had came with that one.
  private func insertDeliveries(_ inputs: [InputRecord], _ edition: EditionRecord, _ db: Database) throws {
    let deliveries: RowWriter<InputRecord>.Columns = [
      "association": { $0.association }, "kind": { $0.kind }, "month": { $0.month }, "sha256": { $0.sha256 },
      "receivedAt": { _ in edition.publishedAt },
    ]
    try RowWriter(db, into: "delivery", deliveries, skipsKnown: true).write(inputs.lazy.filter { !$0.sha256.isEmpty })
  }

  private func insertDefinitions(_ definitions: [DefinitionRecord], _ edition: EditionRecord, _ db: Database) throws {
    let columns = [("edition", { (_: DefinitionRecord) -> (any DatabaseValueConvertible)? in edition.id })]
    try RowWriter(db, into: "definition", columns + DefinitionRecord.written).write(definitions)
  }

  /// Rows of an edition, each with its number.
  func insert<Record: EditionRow>(
    _ records: some Sequence<(offset: Int, element: Record)>, into table: String, of edition: EditionRecord,
    _ db: Database, and more: KeyValuePairs<String, (Record) -> ColumnValue> = [:]
  ) throws {
    typealias Value = ((offset: Int, element: Record)) -> (any DatabaseValueConvertible)?
    let numbers: [(String, Value)] = [("edition", { _ in edition.id }), ("position", { $0.offset })]
    let rest = (Array(Record.columns) + Array(more)).map { name, value -> (String, Value) in
      (name, { value($0.element).databaseValue })
    }
    try RowWriter(db, into: table, numbers + rest).write(records)
  }
}
