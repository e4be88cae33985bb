import Failures
import Host

/// Something about the reports folder that stops whoever would write there, seen before anything is computed or written: what it
/// is, and what mends it.
package struct ReportsUnusable: Failure, Hashable {
  package let exitCode: ExitCode
  package let message: String
  package let remedy: String?

  private init(_ exitCode: ExitCode, _ message: String, _ remedy: String) {
    self.exitCode = exitCode
    self.message = message
    self.remedy = remedy
  }
}

extension ReportsUnusable {
  /// Something else than a folder or a file of ours stands under its name; `what` is what belongs there.
  static func inTheWay(_ path: String, of what: String) -> ReportsUnusable {
    guard let target = linkTarget(path) else {
      let thing = [.folder: "un dossier", .file: "un fichier"][entryKind(path) ?? .other] ?? "autre chose"
      return ReportsUnusable(
        .cannotCreate, "\(path) : \(thing) est à la place \(what).",
        "Le mettre de côté : mv \(shellWord(path)) \(shellWord(asideName(path)))")
    }
    let word = shellWord(path)
    let copy = realPath(path).map { " && cp -a \(shellWord($0)) \(word)" } ?? ""
    return ReportsUnusable(
      .cannotCreate, "\(path) : un lien (vers \(target)) est à la place \(what) ; bilan n'écrit pas à travers un lien.",
      "Mettre à sa place ce qu'il montre, si c'est bien à ces rapports : rm \(word)\(copy)")
  }

  /// Somebody else's: root's, after a run by hand; or the service's, where this user only reads.
  static func denied(_ path: String, in reports: String) -> ReportsUnusable {
    let owner = Owner(of: path) ?? .root
    let tree = shellWord(linkTarget(reports) == nil ? reports : realPath(reports) ?? reports)
    let isMine = owner.user == Owner.current.user
    let keeper: Owner = [Owner(of: reports), owner].compactMap { $0 }.first { $0.user != 0 } ?? .root
    return ReportsUnusable(
      .noPermission, "\(path) : accès refusé à \(Owner.current.name) (propriétaire : \(owner.name)).",
      isMine
        ? "chmod -R u+rwX \(tree)"
        : keeper.remedy(givingAway: "sudo chown -R \(Owner.current.forChown) \(tree)"))
  }

  /// Why the reports folder, which is not there or cannot be seen, cannot be made; nil: it can.
  static func cannotMake(_ reports: String) -> ReportsUnusable? {
    let (me, parent) = (Owner.current, parentFolder(of: reports))
    if let folder = blockedFolder(onTheWayTo: reports) {
      return ReportsUnusable(
        .noPermission, "\(folder) : \(me.name) ne peut pas traverser ce dossier, qui mène à \(reports).",
        "sudo chmod a+x \(shellWord(folder))")
    }
    guard let real = realPath(parent), entryKind(real) == .folder else {
      return exists(parent)
        ? ReportsUnusable(
          .cannotCreate, "\(reports) ne peut pas être créé : \(parent) n'est pas un dossier.",
          "Choisir un autre dossier avec --reports.")
        : ReportsUnusable(
          .cannotCreate, "\(reports) ne peut pas être créé : \(parent) est introuvable.",
          "Vérifier le chemin, ou créer ce dossier : mkdir -p \(shellWord(parent))")
    }
    guard !isWritable(parent) else { return nil }
    let word = shellWord(reports)
    return ReportsUnusable(
      .noPermission, "\(reports) ne peut pas être créé par \(me.name).",
      (Owner(of: real) ?? .root).remedy(givingAway: "sudo mkdir -m 750 \(word) && sudo chown \(me.forChown) \(word)"))
  }

  /// The disk lacks what publishing cannot do without.
  static func unsuited(_ reports: String, lacking what: String) -> ReportsUnusable {
    let hasEditions = exists(reports + "/editions")
    let copy = hasEditions ? "cp -rT \(shellWord(reports)) AUTRE/reports, puis " : ""
    return ReportsUnusable(
      .cannotCreate,
      "\(reports) : ce disque ne connaît pas les \(what), que publier demande (clé USB, carte, certains partages).",
      "Mettre les rapports sur un disque ext4, xfs ou btrfs : \(copy)bilan run --reports AUTRE/reports, AUTRE étant un dossier de ce disque."
    )
  }

  /// Renames from one into the other are not whole.
  static func otherDisk(_ path: String, _ reports: String) -> ReportsUnusable {
    ReportsUnusable(
      .cannotCreate, "\(path) n'est pas sur le disque de \(reports).",
      "Mettre les rapports entiers sur un seul disque, avec --reports.")
  }
}
