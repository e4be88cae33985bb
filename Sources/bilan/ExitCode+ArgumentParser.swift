import ArgumentParser
import Failures

extension ArgumentParser.ExitCode {
  /// The house's code, as ArgumentParser ends a command with it: `throw ExitCode(.no)`.
  init(_ code: Failures.ExitCode) { self.init(code.rawValue) }
}
