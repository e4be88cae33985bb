import Failures

extension FileLock {
  /// Somebody else holds the lock.
  package struct Held: Failure, Hashable {
    /// `processus 7, depuis le 15 juin 2022 à 08:30`; nil where it is not known who.
    package let holder: String?

    package var exitCode: ExitCode { .tryLater }
    package var message: String {
      "Une autre exécution est en cours" + (holder.map { " (\($0))." } ?? " ; son numéro n'est pas encore écrit.")
    }
    package var remedy: String? { "Attendre qu'elle finisse, puis relancer." }
  }
}
