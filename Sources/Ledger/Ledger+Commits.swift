import GRDB

/// What the ledger is told. Each call is one transaction. Every value goes into its column by name.
extension Ledger {
  /// The commit point of an edition: before it there is none, after it there is.
  package func commit(_ contents: EditionContents, keyId: String, run: RunRecord) throws(LedgerError) {
    try write { db in
      var edition = contents.edition
      try RowWriter(db, into: "programme", ["id": { _ in edition.programme }, "keyId": { $0 }], skipsKnown: true)
        .write([keyId])
      try edition.insert(db)
      try insert(run, edition: edition.id, db)
      try insertArchivedExports(contents.archivedExports, db)
      try insertInputs(contents.inputs, edition, db)
      try insertDefinitions(contents.definitions, edition, db)
      try insertFindings(contents.findings, edition, db)
      try insertFigures(contents.figures, edition, db)
    }
  }

  /// Runs that published nothing, each with the edition that it found in force.
  package func record(_ runs: [(run: RunRecord, edition: EditionRecord?)]) throws(LedgerError) {
    try write { db in for (run, edition) in runs { try insert(run, edition: edition?.id, db) } }
  }

  package func record(_ run: RunRecord, edition: EditionRecord? = nil) throws(LedgerError) {
    try record([(run, edition)])
  }

  /// A report that was sent.
  package func send(_ edition: EditionRecord, to funder: String, on day: String, at: String) throws(LedgerError) {
    let columns: RowWriter<EditionRecord>.Columns = [
      "edition": { $0.id }, "funder": { _ in funder }, "sentOn": { _ in day }, "at": { _ in at },
    ]
    try write { try RowWriter($0, into: "sending", columns).write([edition]) }
  }

  package func close(_ closing: ClosingRecord) throws(LedgerError) { try write { try closing.insert($0) } }

  private func insert(_ run: RunRecord, edition: Int64?, _ db: Database) throws {
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
      "archive": { $0.archive },
    ]
    try RowWriter(db, into: "reading", readings, skipsKnown: true).write(records)
  }

  private func insertInputs(_ inputs: [InputRecord], _ edition: EditionRecord, _ db: Database) throws {
    // When each file came first.
    let deliveries: RowWriter<InputRecord>.Columns = [
      "association": { $0.association }, "kind": { $0.kind }, "month": { $0.month }, "sha256": { $0.sha256 },
      "receivedAt": { _ in edition.publishedAt },
    ]
    try RowWriter(db, into: "delivery", deliveries, skipsKnown: true).write(inputs.lazy.filter { !$0.sha256.isEmpty })
    let columns: RowWriter<(offset: Int, element: InputRecord)>.Columns = [
      "edition": { _ in edition.id }, "position": { $0.offset }, "association": { $0.element.association },
      "kind": { $0.element.kind }, "month": { $0.element.month }, "file": { $0.element.file },
      "sha256": { $0.element.sha256 }, "outcome": { $0.element.outcome }, "isOwed": { $0.element.isOwed },
      "rowsKept": { $0.element.rowsKept }, "rowsRefused": { $0.element.rowsRefused },
      "waived": { $0.element.waived }, "archive": { $0.element.archive },
    ]
    try RowWriter(db, into: "input", columns).write(inputs.enumerated())
  }

  private func insertDefinitions(_ definitions: [DefinitionRecord], _ edition: EditionRecord, _ db: Database) throws {
    let columns: RowWriter<DefinitionRecord>.Columns = [
      "edition": { _ in edition.id }, "file": { $0.file }, "sha256": { $0.sha256 },
    ]
    try RowWriter(db, into: "definition", columns).write(definitions)
  }

  private func insertFindings(_ findings: [FindingRecord], _ edition: EditionRecord, _ db: Database) throws {
    let columns: RowWriter<(offset: Int, element: FindingRecord)>.Columns = [
      "edition": { _ in edition.id }, "position": { $0.offset }, "code": { $0.element.code },
      "severity": { $0.element.severity }, "association": { $0.element.association }, "kind": { $0.element.kind },
      "month": { $0.element.month }, "file": { $0.element.file }, "line": { $0.element.line },
      "row": { $0.element.row }, "otherLines": { $0.element.otherLines }, "column": { $0.element.column },
      "header": { $0.element.header }, "rule": { $0.element.rule }, "remedy": { $0.element.remedy },
    ]
    try RowWriter(db, into: "finding", columns).write(findings.enumerated())
  }

  private func insertFigures(_ figures: [FigureRecord], _ edition: EditionRecord, _ db: Database) throws {
    let columns: RowWriter<(offset: Int, element: FigureRecord)>.Columns = [
      "edition": { _ in edition.id }, "position": { $0.offset }, "indicator": { $0.element.indicator },
      "horizon": { $0.element.horizon }, "cell": { $0.element.cell }, "value": { $0.element.value },
      "numerator": { $0.element.numerator }, "denominator": { $0.element.denominator },
      "status": { $0.element.status }, "reason": { $0.element.reason },
      "confidentiality": { $0.element.confidentiality },
    ]
    try RowWriter(db, into: "figure", columns).write(figures.enumerated())
  }
}
