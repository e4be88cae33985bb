import Failures

/// A file of the archive that is not what the ledger says, or not there.
package struct ArchiveDamaged: Failure, Hashable, CustomStringConvertible {
  package let path: String
  package let isMissing: Bool

  package var description: String {
    isMissing
      ? "\(path) : absent de l'archive ; le remettre depuis une sauvegarde"
      : "\(path) : ce n'est plus ce qui a été archivé ; le remettre depuis une sauvegarde"
  }

  package var exitCode: ExitCode { .inputOutput }
  package var message: String { "\(description)." }
}
