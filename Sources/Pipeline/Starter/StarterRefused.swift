import Failures

/// An answer of which no programme can be made: what was said, and how to say it.
package struct StarterRefused: Failure, Hashable {
  package let message: String

  package init(message: String) { self.message = message }

  package var exitCode: ExitCode { .usage }
}
