import Failures

/// There is no such indicator, horizon or cell.
package struct NothingToExplain: Failure, Hashable {
  package let message: String

  package var exitCode: ExitCode { .usage }
}
