import Failures
import Ledger

/// There are editions, but no ledger that knows them.
package struct LedgerMissing: Failure, Hashable {
  package let path: String

  package var exitCode: ExitCode { .configuration }
  package var message: String { "\(path) : le registre a disparu, mais il y a des éditions." }
  package var remedy: String? { rebuildRemedy(path) }
  package var text: String { oneLine }
}
