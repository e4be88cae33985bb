import Failures
import Pipeline

/// A run that failed: what stopped it, and what the reports are by now, which is the first question of whoever reads of it.
struct RunFailed: Failure {
  private let failure: any Failure
  /// The editions that it had published by then.
  private let published: [String]

  init(_ failure: any Failure, published: [String]) {
    self.failure = failure
    self.published = published
  }

  var exitCode: ExitCode { failure.exitCode }
  var message: String { failure.message }
  var remedy: String? { failure.remedy }
  var details: [String] { failure.details }
  var cause: (any Error)? { failure.cause }
  var text: String { [failure.text, state].compactMap { $0 }.joined(separator: "\n") }

  /// nil: nobody thinks that anything was published by a command that is misspelt, or by data that is refused.
  private var state: String? {
    guard published.isEmpty else {
      return
        "Publié avant cela : \(published.joined(separator: ", ")) ; la même commande continue avec les autres mois."
    }
    // A link that lags says itself what was published.
    guard mayHaveWritten, !(failure is LinkBehind) else { return nil }
    return "Rien n'est publié ; le dernier bilan reste en place."
  }

  private var mayHaveWritten: Bool {
    [.cannotCreate, .inputOutput, .noPermission].contains(exitCode) || exitCode.isSignal
  }
}
