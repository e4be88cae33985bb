import GRDB

/// What the ledger is told. Each call is one transaction. Every value goes into its column by name.
extension Ledger {
  /// The commit point of an edition: before it there is none, after it there is.
  package func commit(_ contents: EditionContents, keyId: String, run: RunRecord) throws(LedgerError) {
    try write { db in
      var edition = contents.edition
      try db.execute(
        sql: "INSERT INTO programme (id, keyId) VALUES (:id, :keyId) ON CONFLICT DO NOTHING",
        arguments: ["id": edition.programme, "keyId": keyId])
      try edition.insert(db)
      try InEdition(record: run, edition: edition.id).insert(db)
      try insertArchivedExports(contents.archivedExports, db)
      try insertDeliveries(contents.inputs, receivedAt: edition.publishedAt, db)
      try insert(contents.inputs, edition, db)
      try insert(contents.findings, edition, db)
      try insert(contents.figures, edition, db)
      for definition in contents.definitions { try InEdition(record: definition, edition: edition.id).insert(db) }
    }
  }

  /// A run that published nothing.
  package func record(_ run: RunRecord) throws(LedgerError) { try write { try run.insert($0) } }

  package func close(_ closing: ClosingRecord) throws(LedgerError) { try write { try closing.insert($0) } }

  private func insert(_ records: [some PersistableRecord], _ edition: EditionRecord, _ db: Database) throws {
    for (position, record) in records.enumerated() {
      try InEdition(record: record, edition: edition.id, position: position).insert(db)
    }
  }

  /// What the ledger has already is left alone.
  private func insertArchivedExports(_ records: [ArchivedExportRecord], _ db: Database) throws {
    let archive = try db.cachedStatement(
      sql: "INSERT INTO archive (name, sha256) VALUES (:name, :sha256) ON CONFLICT DO NOTHING")
    let reading = try db.cachedStatement(
      sql: """
        INSERT INTO reading (sha256, association, kind, form, archive)
        VALUES (:sha256, :association, :kind, :form, :archive) ON CONFLICT DO NOTHING
        """)
    for record in records {
      try archive.execute(arguments: ["name": record.archive, "sha256": record.archiveSHA256])
      try reading.execute(
        arguments: [
          "sha256": record.sha256, "association": record.association, "kind": record.kind,
          "form": record.definitionsHash, "archive": record.archive,
        ])
    }
  }

  /// When each file came first.
  private func insertDeliveries(_ inputs: [InputRecord], receivedAt: String, _ db: Database) throws {
    let delivery = try db.cachedStatement(
      sql: """
        INSERT INTO delivery (association, kind, month, sha256, receivedAt)
        VALUES (:association, :kind, :month, :sha256, :receivedAt) ON CONFLICT DO NOTHING
        """)
    for record in inputs where !record.sha256.isEmpty {
      try delivery.execute(
        arguments: [
          "association": record.association, "kind": record.kind, "month": record.month, "sha256": record.sha256,
          "receivedAt": receivedAt,
        ])
    }
  }
}
