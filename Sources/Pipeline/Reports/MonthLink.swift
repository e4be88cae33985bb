import Domain
import Host
import Ledger

/// What stands under the name of a month's link, `reports/2022-05`.
enum MonthLink {
  /// A link, whatever it shows; or nothing.
  case free
  /// Of no use to anybody, and replaced: an empty folder.
  case empty
  /// What a copy or a restore made of the link: all of an edition of the month (cp -rL, an archive unpacked), or a file in the
  /// link's stead. It is put aside, and the link is put back.
  case leftover(String)
  /// Something of somebody's.
  case taken

  /// `editions`: those of the month.
  init(at path: String, _ editions: [EditionRecord], _ store: EditionStore?) throws {
    switch entryKind(path) {
    case .file: self = .leftover("un fichier")
    case .folder where try listFolder(path).isEmpty: self = .empty
    case .folder:
      guard let store, let copied = try editions.last(where: { try isCopy(path, of: $0, store) }) else {
        self = .taken
        return
      }
      self = .leftover("une copie de l'édition \(copied.name)")
    case nil: self = .free
    case .other: self = linkTarget(path) == nil ? .taken : .free
    }
  }
}

/// Whether a folder is an edition, whole and byte for byte, with nothing beside it.
private func isCopy(_ folder: String, of edition: EditionRecord, _ store: EditionStore) throws -> Bool {
  guard entryKind(folder + "/manifest.json") == .file else { return false }
  var check = EditionCheck(edition, store, folder: folder)
  try check.manifestAndFiles()
  return check.discrepancies.isEmpty
}

extension EditionStore {
  func monthLink(_ month: Month) throws -> MonthLink {
    try MonthLink(at: reports.link(month), editions(of: month), self)
  }

  /// Makes room for a month's link; `say` is told of what had to go. Throws ``ReportsUnusable`` where something of somebody's is
  /// there.
  func clearLink(_ month: Month, say: (String) -> Void) throws {
    let path = reports.link(month)
    switch try monthLink(month) {
    case .free: return
    case .empty where try removeEmptyFolder(path): return
    case .leftover(let what):
      say("\(path) : \(what) était à la place du lien du mois ; à l'écart désormais : \(try reports.putAside(path))")
    case .empty, .taken: throw ReportsUnusable.inTheWay(path, of: "du lien du mois")
    }
  }
}
