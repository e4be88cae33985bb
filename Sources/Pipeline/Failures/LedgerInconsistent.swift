import Failures
import Ledger

/// What the ledger says is not what was published, or not to be understood: a part of it is damaged, or somebody changed it.
package struct LedgerInconsistent: Failure, Hashable {
  package let path: String
  package let detail: String

  package var exitCode: ExitCode { .configuration }
  package var message: String { "\(path) : \(detail)." }
  package var remedy: String? { rebuildRemedy(path) }
  package var text: String { oneLine }
}
