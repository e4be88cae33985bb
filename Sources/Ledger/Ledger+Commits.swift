import GRDB

/// What the ledger is told. Each call is one transaction.
extension Ledger {
  /// The commit point of an edition: before it there is none, after it there is.
  package func commit(_ contents: EditionContents, keyId: String, run: RunRecord) throws {
    try write { db in
      var edition = contents.edition
      try db.execute(
        sql: "INSERT INTO programme (id, keyId) VALUES (?, ?) ON CONFLICT DO NOTHING",
        arguments: [edition.programme, keyId])
      try edition.insert(db)
      try insert(run, edition: edition.id, db)
      try insertReadings(contents.readings, db)
      try insertInputs(contents.inputs, edition, db)
      try insertDefinitions(contents.definitions, edition, db)
      try insertFindings(contents.findings, edition, db)
      try insertFigures(contents.figures, edition, db)
    }
  }

  /// A run that published nothing.
  package func record(_ run: RunRecord) throws { try write { try insert(run, edition: nil, $0) } }

  package func close(_ closing: ClosingRecord) throws { try write { try closing.insert($0) } }

  private func insert(_ run: RunRecord, edition: Int64?, _ db: Database) throws {
    try db.execute(
      sql: "INSERT INTO run (at, month, program, outcome, edition, detail) VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [run.at, run.month, run.program, run.outcome.rawValue, edition, run.detail])
  }

  private func insertReadings(_ readings: [ReadingRecord], _ db: Database) throws {
    let archive = try db.cachedStatement(
      sql: "INSERT INTO archive (name, sha256) VALUES (?, ?) ON CONFLICT DO NOTHING")
    let reading = try db.cachedStatement(
      sql: """
        INSERT INTO reading (sha256, association, kind, form, archive) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """)
    for record in readings {
      try archive.execute(arguments: [record.archive, record.archiveSHA256])
      try reading.execute(
        arguments: [record.sha256, record.association, record.kind, record.form, record.archive])
    }
  }

  private func insertInputs(_ inputs: [InputRecord], _ edition: EditionRecord, _ db: Database) throws {
    let delivery = try db.cachedStatement(
      sql: """
        INSERT INTO delivery (association, kind, month, sha256, receivedAt) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """)
    let input = try db.cachedStatement(sql: "INSERT INTO input VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (position, record) in inputs.enumerated() {
      if !record.sha256.isEmpty {
        try delivery.execute(
          arguments: [record.association, record.kind, record.month, record.sha256, edition.publishedAt])
      }
      try input.execute(
        arguments: [
          edition.id, position, record.association, record.kind, record.month, record.file, record.sha256,
          record.outcome, record.isOwed, record.rowsKept, record.rowsRefused, record.waived, record.archive,
        ])
    }
  }

  private func insertDefinitions(_ definitions: [DefinitionRecord], _ edition: EditionRecord, _ db: Database) throws {
    for record in definitions {
      try db.execute(
        sql: "INSERT INTO definition VALUES (?, ?, ?)", arguments: [edition.id, record.file, record.sha256])
    }
  }

  private func insertFindings(_ findings: [FindingRecord], _ edition: EditionRecord, _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (position, record) in findings.enumerated() {
      try statement.execute(
        arguments: [
          edition.id, position, record.code, record.severity, record.association, record.kind, record.month,
          record.file, record.line, record.row, record.otherLines, record.column, record.header, record.rule,
          record.remedy,
        ])
    }
  }

  private func insertFigures(_ figures: [FigureRecord], _ edition: EditionRecord, _ db: Database) throws {
    let statement = try db.cachedStatement(sql: "INSERT INTO figure VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (position, record) in figures.enumerated() {
      try statement.execute(
        arguments: [
          edition.id, position, record.indicator, record.horizon, record.cell, record.value, record.numerator,
          record.denominator, record.status, record.reason, record.confidentiality,
        ])
    }
  }
}
