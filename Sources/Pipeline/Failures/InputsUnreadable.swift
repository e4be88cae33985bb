import Failures
import Host

/// The inputs folder, or a file of it, cannot be read.
package struct InputsUnreadable: Failure, CustomStringConvertible {
  package let description: String
  package let cause: (any Error)?

  package init(description: String, cause: (any Error)? = nil) {
    self.description = description
    self.cause = cause
  }

  init(_ error: SystemError) {
    self.init(description: "\(error) ; vérifier le chemin et les droits du dossier des données", cause: error)
  }

  package var exitCode: ExitCode { .noInput }
  package var message: String { "\(description)." }
  package var oneLine: String { description }
}
