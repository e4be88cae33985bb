import Failures

extension PseudonymKey {
  /// A file that is no key, or that is none any more. Says nothing of the key but where it is.
  package enum Refusal: Failure, Hashable {
    /// Others than its owner may read it.
    case readable(String)
    /// Not 32 bytes.
    case length(String)
    case notRegular(String)
    /// This user may not read it: it is the owner's.
    case anothers(String, Owner)

    package var exitCode: ExitCode { if case .anothers = self { .noPermission } else { .configuration } }

    package var message: String {
      switch self {
      case .readable(let path): "\(path) : la clé de pseudonymisation est lisible par d'autres."
      case .length(let path): "\(path) : une clé a exactement \(PseudonymKey.bytes) octets."
      case .notRegular(let path): "\(path) : la clé de pseudonymisation n'est pas un fichier ordinaire."
      case .anothers(let path, let owner):
        "\(path) : la clé de pseudonymisation est à \(owner.name), illisible pour \(Owner.current.name)."
      }
    }

    package var remedy: String? {
      switch self {
      case .readable(let path):
        "chmod 600 \(shellWord(path)) ; si quelqu'un a pu la lire, les pseudonymes n'en protègent plus."
      case .length: "La remettre depuis une sauvegarde."
      case .notRegular: "Mettre le fichier lui-même à cette place."
      case .anothers(let path, let owner):
        owner == .current
          ? "chmod 600 \(shellWord(path))"
          : owner.remedy(givingAway: "sudo chown \(Owner.current.forChown) \(shellWord(path))")
      }
    }
  }
}
