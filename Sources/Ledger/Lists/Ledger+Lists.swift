import GRDB

/// Rows that an edition has in common with the one that it supersedes or the one published before it, word for word. Every month's files and findings hold those
/// of the months before: written out each time, a ledger would grow with the square of its months. They stand where they were
/// written first, and `inherited` says from where to where an edition takes them over.
extension Ledger {
  /// Files that came or were owed.
  package func inputList(of edition: EditionRecord) throws(LedgerError) -> EditionList<InputRecord> {
    try read { try list(of: edition.id ?? 0, $0) }
  }

  package func findingList(of edition: EditionRecord) throws(LedgerError) -> EditionList<FindingRecord> {
    try read { try list(of: edition.id ?? 0, $0) }
  }

  /// As it was committed.
  package func lists(of edition: EditionRecord) throws(LedgerError) -> EditionLists {
    EditionLists(
      inputs: try inputList(of: edition), findings: try findingList(of: edition), readings: try readings(of: edition))
  }

  /// How an edition that is about to be committed is written: behind the one that it supersedes, and the one published last.
  package func lists(of contents: EditionContents) throws(LedgerError) -> EditionLists {
    try read { db in
      let superseded = try Int64.fetchOne(
        db, sql: "SELECT id FROM edition WHERE month = ? ORDER BY number DESC LIMIT 1",
        arguments: [contents.edition.month])
      let last = try Int64.fetchOne(db, sql: "SELECT max(id) FROM edition")
      let before = [superseded, last == superseded ? nil : last].compactMap { $0 }
      let name = contents.edition.name
      let inputs = EditionList(contents.inputs, of: name, behind: try before.map { try list(of: $0, db) })
      let own = Set(inputs.own(of: name)?.records.compactMap(\.archive) ?? [])
      let known = try knownReadings(db)
      // The same bytes may have come for several months.
      var told: Set<KnownRows.Reading> = []
      return EditionLists(
        inputs: inputs,
        findings: EditionList(contents.findings, of: name, behind: try before.map { try list(of: $0, db) }),
        readings: contents.archivedExports.filter {
          (own.contains($0.archive) || !known.contains($0.key)) && told.insert($0.key).inserted
        })
    }
  }

  /// Keys of what the table of readings holds.
  private func knownReadings(_ db: Database) throws -> Set<KnownRows.Reading> {
    if let readings = known.readings { return readings }
    let rows = try Row.fetchCursor(db, sql: "SELECT sha256, association, kind, form FROM reading")
    var readings: Set<KnownRows.Reading> = []
    while let row = try rows.next() {
      readings.insert(
        try KnownRows.Reading(
          sha256: row.decode(atIndex: 0), association: row.decode(atIndex: 1), kind: row.decode(atIndex: 2),
          form: row.decode(atIndex: 3)))
    }
    known.keep(readings)
    return readings
  }

  private func list<Record: ListedRecord>(of edition: Int64, _ db: Database) throws -> EditionList<Record> {
    typealias Run = EditionList<Record>.Run
    let own: OwnRows<Record> = try ownRows(of: edition, db)
    var runs = own.runs
    let taken = try Row.fetchCursor(
      db, sql: "SELECT position, length, source, start FROM inherited WHERE edition = ? AND list = ? ORDER BY position",
      arguments: [edition, Record.list])
    while let row = try taken.next() {
      let (position, length, start): (Int, Int, Int) = try (
        row.decode(atIndex: 0), row.decode(atIndex: 1), row.decode(atIndex: 3)
      )
      let source: OwnRows<Record> = try ownRows(of: row.decode(atIndex: 2), db)
      let (end, isBeyond) = start.addingReportingOverflow(max(length, 0))
      let rows = source.rows(at: start..<(isBeyond ? start : end))
      if !rows.isEmpty { runs.append(Run(position: position, source: source, rows: rows)) }
    }
    return EditionList(runs.sorted { $0.position < $1.position })
  }

  private func ownRows<Record: ListedRecord>(of edition: Int64, _ db: Database) throws -> OwnRows<Record> {
    if let rows = Record.known(known, of: edition) { return rows }
    let name =
      try String.fetchOne(db, sql: "SELECT month || '.' || number FROM edition WHERE id = ?", arguments: [edition])
    let names = ([Record.names] + Record.more.map { $0.key.quotedDatabaseIdentifier }).joined(separator: ", ")
    let width = Record.columns.count + Record.more.count
    let rows = try Row.fetchCursor(
      db, sql: "SELECT \(names), position FROM \(Record.list) WHERE edition = ? ORDER BY position", arguments: [edition]
    )
    var own: [(position: Int, record: Record)] = []
    while let row = try rows.next() { own.append((try row.decode(atIndex: width), try Record(row: row))) }
    // A damaged ledger may have lost its name: no other edition has this one.
    let found = OwnRows(edition: name ?? "#\(edition)", own)
    Record.keep(found, in: known, of: edition)
    return found
  }

  /// Writes the rows that are the edition's own, and points to the others.
  func insert<Record: ListedRecord>(_ list: EditionList<Record>, of edition: EditionRecord, _ db: Database) throws {
    if let own = list.own(of: edition.name) {
      try insert(
        zip(own.positions, own.records).lazy.map { (offset: $0, element: $1) }, into: Record.list, of: edition, db,
        and: Record.more)
    }
    let ids = try editionIds(db)
    let columns: RowWriter<EditionList<Record>.Run>.Columns = [
      "edition": { _ in edition.id }, "list": { _ in Record.list }, "position": { $0.position },
      "length": { $0.rows.count }, "source": { ids[$0.source.edition] }, "start": { $0.start },
    ]
    try RowWriter(db, into: "inherited", columns).write(list.inherited(by: edition.name))
  }

  /// By name.
  func editionIds(_ db: Database) throws -> [String: Int64] {
    try Row.fetchAll(db, sql: "SELECT month || '.' || number AS name, id FROM edition")
      .reduce(into: [:]) { $0[try text($1, "name")] = $1["id"] }
  }

  /// Rows that exist in text alone. Gives nil where an edition is named that the ledger does not have.
  func insert(_ runs: [CopiedList.Run], _ list: String, of edition: Int64, _ db: Database) throws -> Void? {
    let ids = try editionIds(db)
    guard runs.allSatisfy({ ids[$0.edition] != nil }) else { return nil }
    let columns: RowWriter<CopiedList.Run>.Columns = [
      "edition": { _ in edition }, "list": { _ in list }, "position": { $0.position }, "length": { $0.length },
      "source": { ids[$0.edition] }, "start": { $0.start },
    ]
    try RowWriter(db, into: "inherited", columns).write(runs)
    return ()
  }

  /// `source` and `start`: where a row stands.
  static let inheritedRows = """
    CREATE TABLE inherited (
      edition INTEGER NOT NULL REFERENCES edition,
      list TEXT NOT NULL,
      position INTEGER NOT NULL,
      length INTEGER NOT NULL,
      source INTEGER NOT NULL REFERENCES edition,
      start INTEGER NOT NULL,
      PRIMARY KEY (edition, list, position)
    ) STRICT, WITHOUT ROWID;
    \(view("wholeInput", of: "input", [
      "association", "kind", "month", "file", "sha256", "outcome", "isOwed", "rowsKept", "rowsRefused", "waived", "archive",
    ]))
    \(view("wholeFinding", of: "finding", [
      "code", "severity", "association", "kind", "month", "file", "line", "row", "otherLines", "column", "header", "rule",
      "remedy",
    ]))
    """

  private static func view(_ name: String, of table: String, _ columns: [String]) -> String {
    let columns = columns.map { "r.\"\($0)\"" }.joined(separator: ", ")
    return """
      CREATE VIEW \(name) AS
      SELECT r.edition, r.position, r.edition AS source, r.position AS start, \(columns) FROM \(table) AS r
      UNION ALL
      SELECT i.edition, i.position + r.position - i.start, r.edition, r.position, \(columns) FROM inherited AS i
      JOIN \(table) AS r ON r.edition = i.source AND r.position BETWEEN i.start AND i.start + i.length - 1
      WHERE i.list = '\(table)';
      """
  }
}
