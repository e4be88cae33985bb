import Failures

/// A workbook or a cell that shows no figure of ours.
package struct NoFigureThere: Failure {
  package let message: String
  package let cause: (any Error)?

  package init(message: String, cause: (any Error)? = nil) {
    self.message = message
    self.cause = cause
  }

  package var exitCode: ExitCode { .usage }
}
