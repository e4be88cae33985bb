import Glibc

/// Whose a file or folder is.
package struct Owner: Hashable, Sendable {
  package let user: uid_t
  package let group: gid_t

  init(user: uid_t, group: gid_t) {
    self.user = user
    self.group = group
  }

  /// Of what this process makes.
  package static var current: Owner { Owner(user: geteuid(), group: getegid()) }
  package static var root: Owner { Owner(user: 0, group: 0) }

  /// nil where there is nothing; links are followed.
  package init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(user: status.st_uid, group: status.st_gid)
  }

  /// As chown takes it: `bilan:`, or numbers where the system knows no name.
  package var forChown: String {
    guard let entry = getpwuid(user), let name = entry.pointee.pw_name else { return "\(user):\(group)" }
    return "\(String(cString: name)):"
  }

  /// As a person knows it: `bilan`, or its number.
  package var name: String { forChown.hasSuffix(":") ? String(forChown.dropLast()) : "l'utilisateur \(user)" }

  /// What lets this process's user at what is this owner's. Root's was left by a run by hand, and an account may be gone: both are
  /// given away, by `command`. Another account's stays that account's, whose own runs would be shut out: it is asked to run bilan.
  package func remedy(givingAway command: String) -> String {
    user == 0 || user == Owner.current.user || !forChown.hasSuffix(":")
      ? command : "Relancer la même commande en son nom : sudo -u \(name) bilan …"
  }

  /// What root makes in somebody's folder is that somebody's: else the timer's own user could not touch it afterwards. Anybody
  /// else's folder gives nothing away, and a disk that keeps no owners keeps this one.
  static func settle(_ descriptor: Int32, as owner: Owner?) {
    guard geteuid() == 0, let owner, owner.user != 0 else { return }
    _ = fchown(descriptor, owner.user, owner.group)
  }
}

/// The same for what was made without a descriptor of ours: a new file or folder that is root's. Another's, or one with a second
/// name, is left alone.
package func giveToOwnerOfFolder(_ path: String) {
  guard geteuid() == 0 else { return }
  let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
  guard descriptor >= 0 else { return }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0, status.st_uid == 0 else { return }
  let isOnlyHere = status.st_mode & S_IFMT == S_IFREG && status.st_nlink == 1
  guard isOnlyHere || status.st_mode & S_IFMT == S_IFDIR else { return }
  Owner.settle(descriptor, as: Owner(of: parentFolder(of: path)))
}
