import GRDB
import Glibc

/// The memory of a reports folder: runs, deliveries, editions with their inputs, findings and figures, and which months are
/// closed. One SQLite file. Its commit is the only moment at which an edition begins to exist.
///
/// Knows nothing of the field: its records are texts and numbers, which Pipeline translates.
package struct Ledger: Sendable {
  let queue: DatabaseQueue
  /// Of the file, whatever stands for it in memory.
  let path: String
  let known = KnownRows()

  /// How a ledger is opened.
  package enum Access: Sendable {
    /// Only reads; nothing on the disk changes.
    case reading
    /// Reads and writes; an older ledger is brought up to date.
    case writing
  }

  /// The file must be there: an empty one becomes a ledger when it is opened for writing.
  package init(_ path: String, _ access: Access) throws(LedgerError) {
    self.path = path
    // SQLite says no more than that it cannot open it.
    let rights = access == .writing ? R_OK | W_OK : R_OK
    if Glibc.access(path, rights) != 0, errno == EACCES || errno == EPERM { throw LedgerError(.denied, path) }
    queue = try LedgerError.translated(path) {
      do { return try Ledger.queue(path, access) } catch let error as DatabaseError
        where access == .reading && error.resultCode == .SQLITE_READONLY
      {
        // A run was killed while it committed: only a writer can roll back what it left.
        return try Ledger.queue(path, .writing)
      }
    }
  }

  private static func queue(_ path: String, _ access: Access) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = access == .reading
    configuration.busyMode = .timeout(5)
    configuration.label = "ledger"
    configuration.prepareDatabase { db in
      // What was committed is on the disk, whatever happens next: the end of the journal, too, or a power cut would bring the
      // state before it back.
      try db.execute(sql: "PRAGMA synchronous = EXTRA")
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    let migrator = Ledger.migrator
    if try queue.read(migrator.hasBeenSuperseded) {
      // A newer one has all of ours too; names that are neither are not what any bilan wrote.
      let applied = try queue.read(migrator.appliedIdentifiers)
      throw LedgerError(applied.isSuperset(of: migrator.migrations) ? .newer : .damaged, path)
    }
    if access == .writing {
      try migrator.migrate(queue)
    } else if !(try queue.read(migrator.hasCompletedMigrations)) {
      return try migratedCopy(of: queue, path)
    }
    return queue
  }

  /// An older ledger as this program reads it, in memory: who only reads changes nothing on the disk.
  private static func migratedCopy(of queue: DatabaseQueue, _ path: String) throws -> DatabaseQueue {
    // A file without a table is no ledger.
    guard try !queue.read(Ledger.migrator.appliedIdentifiers).isEmpty else { throw LedgerError(.older, path) }
    let copy = try DatabaseQueue()
    try queue.backup(to: copy)
    try Ledger.migrator.migrate(copy)
    return copy
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
    try LedgerError.translated(path) { try queue.read(body) }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
    try LedgerError.translated(path) { try queue.write(body) }
  }

  /// What SQLite finds wrong with the file; empty: nothing.
  package func integrityErrors() throws(LedgerError) -> [String] {
    try read { db in
      let integrity = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
      let orphans = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map {
        "\($0["table"] ?? "?") : référence perdue"
      }
      return integrity + orphans
    }
  }

  /// Of the library: `3.40.1`.
  package static func libraryVersion() throws(LedgerError) -> String {
    try LedgerError.translated(":memory:") {
      try DatabaseQueue().read { try String.fetchOne($0, sql: "SELECT sqlite_version()") ?? "?" }
    }
  }
}
