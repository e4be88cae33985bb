import Failures

/// A draft is asked to be written where a mapping stands.
package struct MappingInTheWay: Failure {
  package let file: String
  package var exitCode: ExitCode { .cannotCreate }
  package var message: String { "\(file) est déjà là : rien n'est écrit." }
  package var remedy: String? { "compléter ce fichier ; sans --write, bilan map n'écrit rien" }
}
