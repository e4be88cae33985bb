import Failures
import Glibc

/// What a command had to say, or a journal to keep, could not be written.
package struct OutputRefused: Failure, Hashable {
  /// `la sortie standard`, `le journal x.log`
  private let what: String
  private let error: SystemError
  /// What the command has done all the same: `2022-05.1 est publiée`.
  private let done: String?

  package init(_ what: String, code: Int32, done: String? = nil) {
    self.what = what
    error = SystemError(.write, what, code: code)
    self.done = done
  }

  /// The same, once it is known what was done.
  package func after(_ done: String?) -> OutputRefused { OutputRefused(what, code: error.code, done: done) }

  /// The reader went away (`bilan history | head`), and nothing was done but to tell him.
  package var isQuiet: Bool { error.code == EPIPE && done == nil }

  package var exitCode: ExitCode { isQuiet ? .signal(SIGPIPE) : .inputOutput }
  package var message: String {
    let words = "\(what) n'a pas pu être \(what.hasPrefix("la ") ? "écrite" : "écrit") (\(error.reason))."
    let text = done.map { "\($0), mais \(words)" } ?? words
    return text.prefix(1).uppercased() + text.dropFirst()
  }
  package var remedy: String? {
    if done != nil { return "Rien n'est à refaire." }
    switch error.code {
    case EBADF, EPIPE: return "Ouvrir la sortie, ou l'envoyer ailleurs, puis relancer."
    default:
      return error.isFull
        ? "Faire de la place, ou l'envoyer ailleurs, puis relancer." : "L'envoyer ailleurs, puis relancer."
    }
  }
  package var text: String { oneLine }
}
