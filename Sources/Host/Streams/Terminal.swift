import Glibc

/// The person at the keyboard, if there is one.
package enum Terminal {
  /// Whether somebody can be asked: what is typed comes from a terminal, and what is said goes to one.
  package static var isAttended: Bool { isatty(0) == 1 && Output.error.isTerminal }

  /// Asks, and waits for a line; nil: the input is at its end.
  package static func answer(to question: String) -> String? {
    Output.error.say(question)
    return readLine()
  }
}
