import Failures

/// There is no pair of editions to compare.
package struct NothingToCompare: Failure, Hashable {
  package let message: String

  package var exitCode: ExitCode { .usage }
}
