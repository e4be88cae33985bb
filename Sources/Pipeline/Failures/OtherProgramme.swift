import Failures

/// These reports are another programme's.
package struct OtherProgramme: Failure, Hashable {
  package let found: String
  package let expected: String

  package var exitCode: ExitCode { .configuration }
  package var message: String { "Ces rapports sont ceux du programme « \(found) », pas de « \(expected) »." }
  package var remedy: String? { "Indiquer un autre dossier avec --reports." }
}
