import Failures
import Glibc

/// The world refused a workbook: a folder, a disk, or libxlsxwriter itself.
package enum WriteError: Failure, Equatable, CustomStringConvertible {
  /// The path, and errno.
  case cannotCreate(String, errno: Int32)
  /// Not a folder that one may write into. libxlsxwriter would silently use `$TMPDIR`, `/tmp` or
  /// the current folder instead.
  case temporaryFolder(String)
  /// The path, what the system refused, and what libxlsxwriter said of it.
  case notWritten(String, errno: Int32, LibraryWords?)
  /// libxlsxwriter's error number, what was being done, and what it said.
  case library(Int, during: String, LibraryWords?)
  /// It said that something failed, and went on without it.
  case complaint(during: String, LibraryWords)
  case outOfMemory

  package var description: String {
    switch self {
    case .cannotCreate(let path, let errno):
      "\(path) : création impossible (\(WriteError.reason(errno) ?? "errno \(errno)"))"
    case .notWritten(let path, let errno, _):
      "\(path) : écriture impossible (\(WriteError.reason(errno) ?? "errno \(errno)"))"
    case .temporaryFolder(let path): "\(path) : dossier temporaire inutilisable"
    case .library(let number, let action, _): "libxlsxwriter, erreur \(number) : \(action)"
    case .complaint(let action, _): "libxlsxwriter n'a pas tout écrit : \(action)"
    case .outOfMemory: "mémoire insuffisante pour le classeur"
    }
  }

  /// Something of that name was there before, and still is.
  package var isOccupied: Bool { if case .cannotCreate(_, EEXIST) = self { true } else { false } }

  /// What a disk refuses; nil: it was something else, for which libxlsxwriter has a number.
  static func reason(_ code: Int32) -> String? {
    switch code {
    case ENOSPC: "disque plein"
    case EDQUOT: "quota de disque atteint"
    case EFBIG: "taille de fichier limitée"
    case EIO: "erreur du disque"
    case EROFS: "disque en lecture seule"
    case EACCES, EPERM: "accès refusé"
    case ENOENT: "introuvable"
    case EMFILE, ENFILE: "trop de fichiers ouverts"
    default: nil
    }
  }

  package var exitCode: ExitCode { .inputOutput }
  package var message: String { "Classeur : \(description)." }
  package var cause: (any Error)? {
    switch self {
    case .library(_, _, let words), .notWritten(_, _, let words): words
    case .complaint(_, let words): words
    default: nil
    }
  }
  package var remedy: String? { "Vérifier la place sur le disque et les droits du dossier, puis relancer." }
}
