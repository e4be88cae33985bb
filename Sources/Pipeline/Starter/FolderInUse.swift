import Failures

/// A new programme is made in a new folder, or in an empty one.
package struct FolderInUse: Failure, Hashable {
  package let path: String
  /// One of the names in it; nil: it is no folder.
  package let name: String?

  package var exitCode: ExitCode { .cannotCreate }
  package var message: String {
    guard let name else { return "\(path) existe déjà et n'est pas un dossier : rien n'est écrit." }
    return "\(path) n'est pas vide (il contient « \(name) ») : rien n'est écrit."
  }
  package var remedy: String? { "Donner un autre nom de dossier, ou vider celui-ci." }
}
