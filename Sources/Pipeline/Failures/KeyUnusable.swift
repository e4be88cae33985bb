import Failures

/// The key of these reports is gone, or another one stands in its place. Never says anything of the key but where it is.
package struct KeyUnusable: Failure, Hashable {
  package let message: String
  package let remedy: String?

  package var exitCode: ExitCode { .configuration }
}
