import Failures

/// The world refused a workbook: a folder, a disk, or libxlsxwriter itself.
package enum WriteError: Failure, Equatable, CustomStringConvertible {
  /// The path, and errno.
  case cannotCreate(String, errno: Int32)
  /// Not a folder that one may write into. libxlsxwriter would silently use `$TMPDIR`, `/tmp` or
  /// the current folder instead.
  case temporaryFolder(String)
  /// libxlsxwriter's error number, and what was being done.
  case library(Int, during: String)
  case outOfMemory

  package var description: String {
    switch self {
    case .cannotCreate(let path, let errno): "\(path) : création impossible (errno \(errno))"
    case .temporaryFolder(let path): "\(path) : dossier temporaire inutilisable"
    case .library(let number, let action): "libxlsxwriter, erreur \(number) : \(action)"
    case .outOfMemory: "mémoire insuffisante pour le classeur"
    }
  }

  package var exitCode: ExitCode { .inputOutput }
  package var message: String { "Classeur : \(description)." }
  package var remedy: String? { "Vérifier la place sur le disque et les droits du dossier, puis relancer." }
}
