import Failures
import GRDB

/// What SQLite answered: its result code, its words (which name tables and columns) and the statement, whose values it was
/// given apart. GRDB's own error keeps those values too, and is not kept for that reason.
package struct SQLiteError: Failure, Hashable {
  /// Extended: 2067 is a UNIQUE constraint, https://sqlite.org/rescode.html.
  package let code: Int32
  private let words: String
  private let statement: String?
  let kind: LedgerError.Kind

  init(_ error: DatabaseError) {
    code = error.extendedResultCode.rawValue
    let words = error.message ?? "sans explication"
    self.words = words
    statement = error.sql.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    // Migrations made every table that is asked for: without one, the file is not what was written.
    let isMissing = ["no such table", "no such column"].contains { words.hasPrefix($0) }
    // The folder refuses a journal. (1544: SQLITE_READONLY_DIRECTORY)
    let isDenied = error.extendedResultCode.rawValue == 1544
    kind =
      error.resultCode == .SQLITE_ERROR && isMissing
      ? .damaged : isDenied ? .denied : LedgerError.Kind(error.resultCode)
  }

  /// `SQLite 2067 : UNIQUE constraint failed: edition.month, edition.number`
  var answer: String { "SQLite \(code) : \(words)" }

  package var exitCode: ExitCode { kind.exitCode }
  package var message: String { answer + (statement.map { " (\($0))" } ?? "") }
}

extension LedgerError.Kind {
  fileprivate init(_ code: ResultCode) {
    switch code {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
    case .SQLITE_PERM, .SQLITE_AUTH: self = .denied
    // Of the file's rights is told before it is opened: too many open files, or a disk that does not answer, or takes nothing.
    case .SQLITE_READONLY, .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_CANTOPEN: self = .disk
    case .SQLITE_NOMEM: self = .memory
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged
    // A broken constraint, a missing table, a statement that is none: what is asked of the ledger is bilan's alone.
    default: self = .defect
    }
  }
}
