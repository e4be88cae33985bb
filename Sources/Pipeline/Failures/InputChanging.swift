import Failures

/// An export is still being written: the same run may do later.
package struct InputChanging: Failure, Hashable {
  package let file: String

  package var exitCode: ExitCode { .tryLater }
  package var message: String { "\(file) : le fichier change pendant la lecture." }
  package var remedy: String? { "Attendre la fin de la copie, puis relancer." }
}
