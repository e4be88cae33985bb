import Define
import Failures
import Pipeline

/// A run that failed: what stopped it, and what the reports are by now, which is the first question of whoever reads of it.
struct RunFailed: Failure {
  private let failure: any Failure
  /// The editions that it had published by then.
  private let published: [String]
  /// Where silence was asked for, no more is told than one screen holds.
  private let isQuiet: Bool

  init(_ failure: any Failure, published: [String], isQuiet: Bool = false) {
    self.failure = failure
    self.published = published
    self.isQuiet = isQuiet
  }

  var exitCode: ExitCode { failure.exitCode }
  var message: String { failure.message }
  var remedy: String? { failure.remedy }
  var details: [String] { failure.details }
  var cause: (any Error)? { failure.cause }
  var text: String { [told, state].compactMap { $0 }.joined(separator: "\n") }

  private var told: String {
    guard isQuiet, let errors = failure as? DefinitionErrors else { return failure.text }
    return errors.text(lines: 20)
  }

  /// nil where it needs no saying: a command that was not understood, or data that was refused, published nothing.
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
