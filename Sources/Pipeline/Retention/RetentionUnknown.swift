import Failures

/// Nobody said how long the archive is kept.
package struct RetentionUnknown: Failure, Hashable {
  package var exitCode: ExitCode { .usage }
  package var message: String {
    "Durée de conservation inconnue : ni --older-than, ni retention_months dans programme.yaml."
  }
  package var remedy: String? { "Par exemple : bilan purge --older-than 36m --dry-run" }
}
