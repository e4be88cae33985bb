import GRDB

/// What only a ledger knows, and no edition: closings, sendings, runs, when files came. Read from a ledger that is damaged or an
/// older copy, as far as it can still be read.
package struct Salvage: Sendable {
  package var closings: [ClosingRecord] = []
  package var sendings: [SendingRecord] = []
  package var runs: [(run: RunRecord, edition: String?)] = []
  package var receptions: [ReceptionRecord] = []
  package var purges: [PurgeRecord] = []
  /// Tables that could not be read to their end.
  package private(set) var unread: [String] = []

  /// Nothing: there is no file, or none that can be opened.
  package init() { unread = ["closing", "sending", "run", "delivery", "purge"] }

  /// Throws where it is the disk, or the memory, that does not give what may well be there.
  package init(_ ledger: Ledger) throws(LedgerError) {
    closings = try rows("closing", ledger, "SELECT * FROM closing ORDER BY id")
    sendings = try rows(
      "sending", ledger,
      """
      SELECT edition.month, edition.number, sending.funder, sending.sentOn, sending.at, sending.seal
      FROM sending JOIN edition ON edition.id = sending.edition ORDER BY sending.id
      """)
    let found: [NamedRun] = try rows(
      "run", ledger,
      """
      SELECT run.*, edition.month || '.' || edition.number AS editionName
      FROM run LEFT JOIN edition ON edition.id = run.edition ORDER BY run.id
      """)
    runs = found.map { ($0.run, $0.editionName) }
    receptions = try rows("delivery", ledger, "SELECT * FROM delivery")
    purges = try rows("purge", ledger, "SELECT * FROM purge ORDER BY id")
  }

  private struct NamedRun: FetchableRecord {
    let run: RunRecord
    let editionName: String?
    init(row: Row) throws {
      run = try RunRecord(row: row)
      editionName = String.fromDatabaseValue(row["editionName"] as DatabaseValue? ?? .null)
    }
  }

  /// Those before the first that cannot be read.
  private mutating func rows<Record: FetchableRecord>(
    _ table: String, _ ledger: Ledger, _ query: String
  ) throws(LedgerError) -> [Record] {
    var records: [Record] = []
    do {
      try ledger.read { db in
        let cursor = try Record.fetchCursor(db, sql: query)
        while let record = try cursor.next() { records.append(record) }
      }
    } catch {
      guard error.kind == .damaged else { throw error }
      unread.append(table)
    }
    return records
  }
}
