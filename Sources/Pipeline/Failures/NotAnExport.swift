import Failures

/// What was named is no export's place.
package struct NotAnExport: Failure, Hashable {
  package let given: String

  package var exitCode: ExitCode { .usage }
  package var message: String {
    "« \(given) » n'est pas un export ; attendu : son association, sa sorte et son mois, comme apei/etp-2022-05."
  }
}
