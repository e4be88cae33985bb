import Failures
import Ledger

/// Editions were published that the ledger does not know: it is an older copy.
package struct LedgerBehind: Failure, Hashable {
  package let path: String
  package let editions: [String]

  package var exitCode: ExitCode { .configuration }
  package var message: String {
    let names = editions.prefix(5).joined(separator: ", ") + (editions.count > 5 ? "…" : "")
    return "\(path) : le registre ne connaît pas des éditions publiées (\(names)) : c'est une ancienne copie."
  }
  package var remedy: String? { rebuildRemedy(path) }
  package var text: String { oneLine }
}
