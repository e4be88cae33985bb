import Failures
import GRDB

/// A ledger that cannot be used, or not now. Never says the value of a row.
package struct LedgerError: Failure {
  package enum Kind: Hashable, Sendable {
    /// No database, or no longer one.
    case damaged
    /// A newer bilan made it.
    case newer
    /// An older bilan made it, and it was opened for reading only.
    case older
    case busy
    /// Not readable, or not writable.
    case denied
    /// The disk is full or failing.
    case disk
    /// The memory is used up.
    case memory
    /// bilan asked what this ledger cannot do.
    case defect
  }

  package let kind: Kind
  package let path: String
  package let cause: (any Error)?

  package init(_ kind: Kind, _ path: String, cause: (any Error)? = nil) {
    self.kind = kind
    self.path = path
    self.cause = cause
  }

  package var exitCode: ExitCode { kind.exitCode }

  package var message: String {
    switch kind {
    case .damaged: return "\(path) : le registre est abîmé."
    case .newer: return "\(path) : le registre vient d'une version plus récente de bilan."
    case .older: return "\(path) : le registre vient d'une version plus ancienne de bilan."
    case .busy: return "\(path) : le registre est occupé par une autre exécution."
    case .denied: return "\(path) : accès refusé au registre."
    case .disk: return "\(path) : le disque est plein, en panne, ou ne répond pas."
    case .memory: return "\(path) : la mémoire manque pour lire ou écrire le registre."
    case .defect:
      let answer = (cause as? SQLiteError)?.answer ?? causes.first ?? "sans explication"
      return "\(path) : le registre ne répond pas à ce que bilan lui demande (\(answer))."
    }
  }

  package var remedy: String? {
    switch kind {
    case .damaged: rebuildRemedy(path)
    case .newer: "Mettre bilan à jour."
    case .older: "Lancer bilan run une fois : il le met à jour."
    case .busy: "Relancer dans un instant."
    case .denied: "Vérifier le propriétaire et les droits du dossier."
    case .disk: "Vérifier le disque et sa place, puis relancer."
    case .memory: "Libérer de la mémoire sur cette machine, puis relancer."
    case .defect: "C'est un défaut de bilan : le signaler, avec la commande et ce message."
    }
  }

  package var text: String { oneLine }
}

extension LedgerError.Kind {
  var exitCode: ExitCode {
    switch self {
    case .damaged, .newer, .older: .configuration
    case .busy: .tryLater
    case .denied: .noPermission
    case .disk, .memory: .inputOutput
    case .defect: .defect
    }
  }
}

extension LedgerError {
  /// Runs `body`; whatever it throws is told as what became of this ledger.
  static func translated<Value>(_ path: String, _ body: () throws -> Value) throws(LedgerError) -> Value {
    do { return try body() } catch let error as LedgerError {
      throw error
    } catch let error as DatabaseError {
      throw LedgerError(error, path)
    } catch {
      // A row that does not read as a record, `RowDecodingError`: its table is STRICT, so the file is not what was written.
      throw LedgerError(error is DecodingError || error is RowDecodingError ? .damaged : .defect, path, cause: error)
    }
  }

  init(_ error: DatabaseError, _ path: String) {
    let answer = SQLiteError(error)
    // SQLite takes a disk that does not answer for a damaged file (SQLITE_IOERR_CORRUPTFS): the file is asked once more.
    let isDisk = error.resultCode == .SQLITE_CORRUPT && LedgerError.isSound(path)
    self.init(isDisk ? .disk : answer.kind, path, cause: answer)
  }

  private static func isSound(_ path: String) -> Bool {
    var configuration = Configuration()
    configuration.readonly = true
    let words = try? DatabaseQueue(path: path, configuration: configuration).read {
      try String.fetchAll($0, sql: "PRAGMA integrity_check")
    }
    return words == ["ok"]
  }
}
