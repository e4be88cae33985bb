import Failures

/// An edition that cannot be read, or is not what was published: somebody touched it.
package struct EditionDamaged: Failure, CustomStringConvertible {
  package let description: String
  package let cause: (any Error)?

  package init(description: String, cause: (any Error)? = nil) {
    self.description = description
    self.cause = cause
  }

  package var exitCode: ExitCode { .inputOutput }
  package var message: String { "\(description)." }
}
