/// An error that nobody expected: bilan is wrong, not the world. Told by its type alone; what it says of itself may hold the
/// value of a cell.
package struct Defect: Failure {
  package let cause: (any Error)?

  package init(_ error: any Error) { cause = error }

  package var exitCode: ExitCode { .defect }
  package var message: String { "Erreur imprévue (\(causes.joined()))." }
  package var remedy: String? { "C'est un défaut de bilan : le signaler, avec la commande et ce message." }
}

extension Error {
  /// The failure that this error is; anything else is a ``Defect``.
  package var asFailure: any Failure { self as? any Failure ?? Defect(self) }
}
