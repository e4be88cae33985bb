import Domain
import Failures

/// A file of the archive that is not what the ledger says, or not there.
package struct ArchiveDamaged: Failure, Hashable, CustomStringConvertible {
  package let path: String
  package let isMissing: Bool
  /// The day on which it was removed because its time was over; nil: it was not.
  package var purgedOn: Day?

  package var description: String {
    if let purgedOn {
      return "\(path) : purgé le \(purgedOn.french) (durée de conservation) ; ce qui en venait ne se recalcule plus"
    }
    return isMissing
      ? "\(path) : absent de l'archive ; le remettre depuis une sauvegarde"
      : "\(path) : ce n'est plus ce qui a été archivé ; le remettre depuis une sauvegarde"
  }

  package var exitCode: ExitCode { .inputOutput }
  package var message: String { "\(description)." }
}
