import Failures

/// The ledger names an edition whose content is not to be understood.
package struct LedgerInconsistent: Failure, Hashable {
  package let path: String
  package let detail: String

  package var exitCode: ExitCode { .configuration }
  package var message: String { "\(path) : \(detail)." }
  package var remedy: String? { "Remettre le registre depuis une sauvegarde." }
}
