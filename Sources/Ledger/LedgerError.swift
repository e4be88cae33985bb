import GRDB

/// A ledger that cannot be used, or not now. Never holds a value of a row.
package enum LedgerError: Error, Hashable, Sendable {
  /// Not a ledger, or no longer one: the file is damaged.
  case damaged(String)
  /// A newer bilan made it.
  case newer(String)
  /// An older bilan made it, and it was opened for reading only.
  case older(String)
  case busy(String)
  /// Not readable, or not writable.
  case denied(String)
  /// The disk is full or failing.
  case disk(String)

  init(_ error: DatabaseError, _ path: String) {
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path)
    case .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_READONLY, .SQLITE_CANTOPEN: self = .denied(path)
    case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_NOMEM: self = .disk(path)
    // A broken constraint or a missing table too: what is written here is ours alone.
    default: self = .damaged(path)
    }
  }

  static func translated<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    do { return try body() } catch let error as DatabaseError { throw LedgerError(error, path) }
  }
}
