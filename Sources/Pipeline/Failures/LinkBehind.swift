import Failures
import Host

/// The edition is published, but the month's link could not be moved to it. The code is that of what the system said.
package struct LinkBehind: Failure, Hashable {
  package let edition: String
  private let systemError: SystemError

  package init(edition: String, _ systemError: SystemError) {
    self.edition = edition
    self.systemError = systemError
  }

  package var exitCode: ExitCode { systemError.exitCode }
  package var message: String {
    "\(edition) est publiée, mais le lien de son mois ne la montre pas : \(systemError)."
  }
  package var remedy: String? { "La prochaine exécution remet le lien." }
  package var cause: (any Error)? { systemError }
}
