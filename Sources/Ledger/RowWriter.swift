import GRDB

/// Writes rows of one table by the names of its columns. The statement is prepared once: GRDB's own `insert` looks for it
/// again with each row, which takes 8 ms more for the thousand figures of a month; and values are bound one by one, where its
/// arguments would be gathered, counted and copied first (half the time of a row).
struct RowWriter<Record> {
  typealias Columns = KeyValuePairs<String, (Record) -> (any DatabaseValueConvertible)?>

  private let statement: Statement
  private let values: [(Record) -> (any DatabaseValueConvertible)?]

  init(_ db: Database, into table: String, _ columns: Columns, skipsKnown: Bool = false) throws {
    try self.init(db, into: table, Array(columns), skipsKnown: skipsKnown)
  }

  /// `skipsKnown`: a row whose key is there already is left alone.
  init(
    _ db: Database, into table: String, _ columns: [(String, (Record) -> (any DatabaseValueConvertible)?)],
    skipsKnown: Bool = false
  ) throws {
    let names = columns.map { $0.0.quotedDatabaseIdentifier }.joined(separator: ", ")
    let marks = databaseQuestionMarks(count: columns.count)
    statement = try db.cachedStatement(
      sql: "INSERT INTO \(table) (\(names)) VALUES (\(marks))" + (skipsKnown ? " ON CONFLICT DO NOTHING" : ""))
    values = columns.map(\.1)
  }

  func write(_ records: some Sequence<Record>) throws {
    for record in records {
      // Readies the statement; nothing is left to be checked, as each row binds every column.
      statement.setUncheckedArguments(StatementArguments())
      for (column, value) in values.enumerated() {
        let bound = (value(record)?.databaseValue ?? .null).bind(to: statement.sqliteStatement, at: CInt(column + 1))
        guard bound == ResultCode.SQLITE_OK.rawValue else {
          throw DatabaseError(resultCode: ResultCode(rawValue: bound))
        }
      }
      try statement.execute()
    }
  }
}
