import Failures

extension FileLock {
  /// Somebody else holds the lock.
  package struct Held: Failure, Hashable {
    /// What they wrote into it.
    package let holder: String

    package var exitCode: ExitCode { .tryLater }
    package var message: String { "Une autre exécution est en cours (\(holder))." }
    package var remedy: String? { "Attendre qu'elle finisse, puis relancer." }
  }
}
