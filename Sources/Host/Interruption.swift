import CHost
import Failures

/// A signal asked to stop; thrown at the next safe point.
package struct Interruption: Failure, Hashable {
  package let signal: Int32

  package var exitCode: ExitCode { .signal(signal) }
  package var message: String { "Arrêté par le signal \(signal)." }
}

/// From now on SIGINT, SIGTERM and SIGHUP are remembered instead of killing.
package func catchSignals() { bilan_catch_signals() }

/// A safe point: nothing is half done here.
package func stopIfAsked() throws(Interruption) {
  let signal = bilan_caught_signal()
  if signal != 0 { throw Interruption(signal: signal) }
}
