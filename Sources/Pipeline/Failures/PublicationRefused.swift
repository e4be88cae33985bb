import Domain
import Failures

/// The data forbids publishing.
package struct PublicationRefused: Failure, Hashable {
  package let month: Month
  package let reason: String
  package let details: [String]

  package var exitCode: ExitCode { .data }
  package var message: String { "Rien n'est publié : \(reason)." }
}
