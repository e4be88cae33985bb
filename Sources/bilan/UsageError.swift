import Failures

/// A command line that ArgumentParser takes, and that cannot be meant so.
struct UsageError: Failure {
  let message: String
  var exitCode: ExitCode { .usage }
}
