import GRDB

/// What the ledger is asked. Lists are in the order in which they were written.
extension Ledger {
  /// The programme whose reports these are, and the id of the key of its pseudonyms; nil before the first edition.
  package func programme() throws(LedgerError) -> (id: String, keyId: String)? {
    try read { db in
      guard let row = try Row.fetchOne(db, sql: "SELECT id, keyId FROM programme") else { return nil }
      return (try text(row, "id"), try text(row, "keyId"))
    }
  }

  /// Every edition, by month and number.
  package func editions() throws(LedgerError) -> [EditionRecord] {
    try read { try EditionRecord.fetchAll($0, sql: "SELECT * FROM edition ORDER BY month, number") }
  }

  /// Their names, in the same order.
  package func editionNames() throws(LedgerError) -> [String] {
    try read { try String.fetchAll($0, sql: "SELECT month || '.' || number FROM edition ORDER BY month, number") }
  }

  /// The newest one of the newest month before.
  package func newestEdition(before month: String) throws(LedgerError) -> EditionRecord? {
    try read {
      try EditionRecord.fetchOne(
        $0, sql: "SELECT * FROM edition WHERE month < ? ORDER BY month DESC, number DESC LIMIT 1", arguments: [month])
    }
  }

  /// Those of whose manifests nothing is noted: of before 0.17, or of a ledger that was made again.
  package func editionsWithoutNote() throws(LedgerError) -> [EditionRecord] {
    try read { try EditionRecord.fetchAll($0, sql: "SELECT * FROM edition WHERE told IS NULL ORDER BY month, number") }
  }

  /// Those of a month, by number.
  package func editions(of month: String) throws(LedgerError) -> [EditionRecord] {
    try read {
      try EditionRecord.fetchAll($0, sql: "SELECT * FROM edition WHERE month = ? ORDER BY number", arguments: [month])
    }
  }

  package func edition(_ month: String, number: Int) throws(LedgerError) -> EditionRecord? {
    try read {
      try EditionRecord.fetchOne(
        $0, sql: "SELECT * FROM edition WHERE month = ? AND number = ?", arguments: [month, number])
    }
  }

  /// The newest edition of a month.
  package func currentEdition(of month: String) throws(LedgerError) -> EditionRecord? {
    try read {
      try EditionRecord.fetchOne(
        $0, sql: "SELECT * FROM edition WHERE month = ? ORDER BY number DESC LIMIT 1", arguments: [month])
    }
  }

  /// The newest edition of each month that has one, by month; from `first` on.
  package func currentEditions(from first: String = "") throws(LedgerError) -> [EditionRecord] {
    try read { db in
      try EditionRecord.fetchAll(
        db,
        sql: """
          SELECT * FROM edition AS e
          WHERE month >= ? AND number = (SELECT max(number) FROM edition WHERE month = e.month) ORDER BY month
          """, arguments: [first])
    }
  }

  /// The one that was published last.
  package func lastEdition() throws(LedgerError) -> EditionRecord? {
    try read { try EditionRecord.fetchOne($0, sql: "SELECT * FROM edition ORDER BY id DESC LIMIT 1") }
  }

  package func disclosures(of edition: EditionRecord) throws(LedgerError) -> [DisclosureRecord] {
    try rows(of: edition, "SELECT * FROM disclosure WHERE edition = ? ORDER BY position")
  }

  package func definitions(of edition: EditionRecord) throws(LedgerError) -> [DefinitionRecord] {
    try rows(of: edition, "SELECT * FROM definition WHERE edition = ? ORDER BY file")
  }

  package func figures(of edition: EditionRecord) throws(LedgerError) -> [FigureRecord] {
    try rows(of: edition, "SELECT \(FigureRecord.names) FROM figure WHERE edition = ? ORDER BY position")
  }

  /// How exports read under the definitions with this hash.
  package func archivedExports(definitionsHash: String) throws(LedgerError) -> [ArchivedExportRecord] {
    try read { db in
      try ArchivedExportRecord.fetchAll(
        db,
        sql: """
          SELECT reading.*, archive.sha256 AS archiveSHA256 FROM reading JOIN archive ON archive.name = reading.archive
          WHERE form = ?
          """, arguments: [definitionsHash])
    }
  }

  /// How the accepted exports of an edition read, under whatever definitions.
  package func readings(of edition: EditionRecord) throws(LedgerError) -> [ArchivedExportRecord] {
    try rows(
      of: edition,
      """
      SELECT DISTINCT reading.*, archive.sha256 AS archiveSHA256 FROM wholeInput AS input
      JOIN reading ON reading.archive = input.archive JOIN archive ON archive.name = reading.archive
      WHERE input.edition = ? ORDER BY reading.sha256, reading.association, reading.kind, reading.form
      """)
  }

  /// How all exports read, under whatever definitions.
  package func readings() throws(LedgerError) -> [ArchivedExportRecord] {
    try read { db in
      try ArchivedExportRecord.fetchAll(
        db,
        sql: """
          SELECT reading.*, archive.sha256 AS archiveSHA256 FROM reading JOIN archive ON archive.name = reading.archive
          """)
    }
  }

  /// SHA-256 of every file of the archive, by its name.
  package func archives() throws(LedgerError) -> [String: String] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT name, sha256 FROM archive")
        .reduce(into: [:]) { $0[try text($1, "name")] = try text($1, "sha256") }
    }
  }

  /// Everything that was ever said about closing this month, oldest first.
  package func closings(of month: String) throws(LedgerError) -> [ClosingRecord] {
    try read {
      try ClosingRecord.fetchAll($0, sql: "SELECT * FROM closing WHERE month = ? ORDER BY id", arguments: [month])
    }
  }

  /// Of the inputs that confirmed an edition.
  package func confirmingFingerprints(of edition: EditionRecord) throws(LedgerError) -> Set<String> {
    try read { db in
      try String.fetchSet(
        db, sql: "SELECT fingerprint FROM run WHERE edition = ? AND fingerprint IS NOT NULL", arguments: [edition.id])
    }
  }

  /// What was sent of a month, or of all months; in the order in which it was noted.
  package func sendings(of month: String? = nil) throws(LedgerError) -> [SendingRecord] {
    try read { db in
      try SendingRecord.fetchAll(
        db,
        sql: """
          SELECT edition.month, edition.number, sending.funder, sending.sentOn, sending.at, sending.seal
          FROM sending JOIN edition ON edition.id = sending.edition
          WHERE ?1 IS NULL OR edition.month = ?1 ORDER BY sending.id
          """, arguments: [month])
    }
  }

  /// When each file came first: of an association and a kind, by the SHA-256 of the raw file.
  package func receptions() throws(LedgerError) -> [ReceptionRecord] {
    try read { db in
      try ReceptionRecord.fetchAll(
        db, sql: "SELECT association, kind, month, sha256, receivedAt FROM delivery ORDER BY receivedAt, month")
    }
  }

  /// The newest run that ended well; nil: none did.
  package func lastGoodRun() throws(LedgerError) -> RunRecord? {
    let outcomes = RunRecord.Outcome.allCases.filter(\.isWell).map(\.rawValue)
    return try read { db in
      try RunRecord.fetchOne(
        db,
        sql:
          "SELECT * FROM run WHERE outcome IN (\(databaseQuestionMarks(count: outcomes.count))) ORDER BY id DESC LIMIT 1",
        arguments: StatementArguments(outcomes))
    }
  }

  /// The newest run of all.
  package func lastRun() throws(LedgerError) -> RunRecord? {
    try read { try RunRecord.fetchOne($0, sql: "SELECT * FROM run ORDER BY id DESC LIMIT 1") }
  }

  /// A text that a damaged file may not hold any more: GRDB's own subscript ends the program then.
  func text(_ row: Row, _ column: String) throws -> String {
    guard let text = String.fromDatabaseValue(row[column] as DatabaseValue? ?? .null) else {
      throw LedgerError(.damaged, path)
    }
    return text
  }

  private func rows<Record: FetchableRecord>(of edition: EditionRecord, _ query: String) throws(LedgerError) -> [Record]
  {
    try read { try Record.fetchAll($0, sql: query, arguments: [edition.id]) }
  }
}
