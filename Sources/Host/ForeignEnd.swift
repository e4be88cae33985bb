import CHost
import Failures

/// A C library ended the process itself, as libarchive does where it has no memory: with exit code 1, which here is an answer,
/// and a line in English. Whatever stood half done is put right by the next run.
package struct ForeignEnd: Failure {
  package var exitCode: ExitCode { .inputOutput }
  package var message: String { "Une bibliothèque a arrêté bilan, sans doute faute de mémoire." }
  package var remedy: String? { "Libérer de la mémoire, puis relancer ; rien n'a été publié à moitié." }

  /// From now on such an end is told and has a code of ours; an own end is announced.
  package static func watch() { bilan_guard_end(ForeignEnd().text + "\n", ForeignEnd().exitCode.rawValue) }
  package static func announce() { bilan_announce_end() }
}
