import Failures

/// An export is still being written: the same run may do later.
package struct InputChanging: Failure, Hashable {
  package let file: String
  /// How long a run waited for it; nil: it changed while it was read.
  package var waited: Int?

  package var exitCode: ExitCode { .tryLater }
  package var message: String {
    waited.map { "\(file) : le fichier change encore après \($0) secondes d'attente." }
      ?? "\(file) : le fichier change pendant la lecture."
  }
  package var remedy: String? { "Attendre la fin de la copie, puis relancer." }
}
