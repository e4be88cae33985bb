import Failures
import Glibc

/// A system call that failed: what was tried, on which path, and why.
package struct SystemError: Failure, Hashable, CustomStringConvertible {
  package enum Operation: String, Hashable, Sendable {
    case open, read, list, create, write, sync, rename, link, remove, lock, stat
    package var french: String {
      switch self {
      case .open: return "ouverture impossible"
      case .read: return "lecture impossible"
      case .list: return "dossier illisible"
      case .create: return "création impossible"
      case .write: return "écriture impossible"
      case .sync: return "écriture sur le disque non confirmée"
      case .rename: return "renommage impossible"
      case .link: return "lien impossible"
      case .remove: return "suppression impossible"
      case .lock: return "verrou impossible"
      case .stat: return "état illisible"
      }
    }
  }
  package let operation: Operation
  package let path: String
  package let code: Int32

  package init(_ operation: Operation, _ path: String, code: Int32 = errno) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  package var isPermission: Bool { code == EACCES || code == EPERM }
  package var isFull: Bool { code == ENOSPC || code == EDQUOT || code == EFBIG }
  /// The system does not know what was asked, on this disk.
  package var isUnsupported: Bool { [EINVAL, ENOSYS, EOPNOTSUPP, ENOLCK].contains(code) }
  package var isThere: Bool { code == EEXIST }
  package var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  package var description: String {
    // The current folder by its name: "." says nothing in a letter from cron.
    let place = path == "." ? realPath(path) ?? path : path
    return "\(place) : \(operation.french) (\(reason))"
  }

  package var exitCode: ExitCode {
    isPermission ? .noPermission : [.create, .lock].contains(operation) ? .cannotCreate : .inputOutput
  }
  package var message: String { "\(description)." }
  package var oneLine: String { description }
  package var remedy: String? {
    if isPermission { return "Vérifier le propriétaire et les droits de ce dossier." }
    return isFull
      ? "Faire de la place sur le disque, puis relancer." : "Vérifier le chemin et le disque, puis relancer."
  }

  /// `disque plein`
  package var reason: String {
    switch code {
    case ENOENT: return "introuvable"
    case ENOTDIR: return "ce n'est pas un dossier"
    case EISDIR: return "c'est un dossier"
    case EACCES, EPERM: return "accès refusé"
    case ENOSPC: return "disque plein"
    case EDQUOT: return "quota de disque atteint"
    case EFBIG: return "taille de fichier limitée"
    case EIO: return "erreur du disque"
    case EROFS: return "disque en lecture seule"
    case EEXIST: return "existe déjà"
    case ENAMETOOLONG: return "nom trop long"
    case EMFILE, ENFILE: return "trop de fichiers ouverts"
    case EBADF: return "fermée"
    case EPIPE: return "fermée par qui la lisait"
    case ELOOP: return "lien symbolique refusé"
    default: return "erreur \(code)"
    }
  }
}
