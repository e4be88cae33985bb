import Failures

/// What was asked supposes an edition that there is not: a month to close, two editions to compare, a report to send.
package struct MissingEdition: Failure, Hashable {
  package let message: String

  package var exitCode: ExitCode { .usage }
}
