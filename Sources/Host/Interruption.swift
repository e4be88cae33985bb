import CHost
import Failures

/// A signal asked to stop; thrown at the next safe point.
package struct Interruption: Failure, Hashable {
  package let signal: Int32

  package var exitCode: ExitCode { .signal(signal) }
  package var message: String { "Arrêté par le signal \(signal)." }

  /// What was asked; nil: nothing was.
  package static var asked: Interruption? {
    let signal = bilan_caught_signal()
    return signal == 0 ? nil : Interruption(signal: signal)
  }
}

/// From now on SIGINT, SIGTERM and SIGHUP are remembered instead of killing, and heeded at the next safe point; where none is
/// reached within half a second, the program is ended from outside (``Ending``). A second signal of the same kind kills.
package func catchSignals() {
  bilan_catch_signals()
  Ending.watch()
}

/// A safe point: nothing is half done here.
package func stopIfAsked() throws(Interruption) {
  if let asked = Interruption.asked { throw asked }
}
