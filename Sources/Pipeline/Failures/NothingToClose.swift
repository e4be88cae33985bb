import Failures

/// A month without an edition, which cannot be closed, nor opened again.
package struct NothingToClose: Failure, Hashable {
  package let message: String

  package var exitCode: ExitCode { .usage }
}
