import Failures
import Host
import Ledger

extension ReportsFolder {
  /// For whoever will write: everything that would stop it is looked for first, then the folders are made and the lock is taken,
  /// for as long as it is kept. Throws ``ReportsUnusable``, ``FileLock/Held`` and ``SystemError``.
  func openForWriting() throws -> FileLock {
    if let fault = faults().first { throw fault }
    let isNew = try makeFolder(path, isOwn: false)
    if isNew { try syncPath(parentFolder(of: path)) }
    let isOwnNew = try makeFolder(own)
    do {
      if isOwnNew { try syncPath(path) }
      let lock = try takeLock()
      guard try hasLinks(own, probe: own + "/link.essai") else {
        throw ReportsUnusable.unsuited(path, lacking: "liens symboliques")
      }
      if try makeFolder(editions) { try syncPath(path) }
      return lock
    } catch let error as ReportsUnusable {
      // Nothing is left of a place that is none.
      if isOwnNew { try? removeTree(own) }
      if isNew { _ = try? removeEmptyFolder(path) }
      throw error
    }
  }

  private func takeLock() throws -> FileLock {
    if !exists(lock) {
      do { try createFile(lock, []) } catch let error as SystemError where error.isThere {}
    }
    do { return try FileLock(lock, since: timeInParis(Clock.now)) } catch let error as SystemError
      where error.isUnsupported
    {
      throw ReportsUnusable.unsuited(path, lacking: "verrous")
    }
  }

  /// What is wrong with the places that bilan writes into, links not followed; empty: nothing. Looks, and changes nothing.
  func faults() -> [ReportsUnusable] {
    guard exists(path) else { return [ReportsUnusable.cannotMake(path)].compactMap { $0 } }
    guard let real = realPath(path), entryKind(real) == .folder else {
      return [.inTheWay(path, of: "du dossier des rapports")]
    }
    let wrong = strangeEntries()
    guard wrong.isEmpty else { return wrong }
    let denied = ([path] + ownFolders + ownFiles).filter { exists($0) && denial($0)?.isPermission == true }
    guard denied.isEmpty else { return denied.map { .denied($0, in: path) } }
    return ownFolders.filter { exists($0) && !isSameDisk($0, path) }.map { .otherDisk($0, path) }
  }

  private var ownFolders: [String] {
    [editions, own, own + "/archive", own + "/archive/definitions", own + "/archive/editions", quarantine]
  }
  private var ownFiles: [String] { [ledger, ledger + "-journal", lock, monthListMark] }

  private func strangeEntries() -> [ReportsUnusable] {
    let folders = ownFolders.filter { ![nil, .folder].contains(entryKind($0)) }
    if let first = folders.first { return [.inTheWay(first, of: "d'un dossier de bilan")] }
    let files = ownFiles.filter { ![nil, .file].contains(entryKind($0)) }
    let list = entryKind(path + "/index.html") == .folder ? [path + "/index.html"] : []
    let editions = ((try? listFolder(editions)) ?? []).filter { $0.kind != .folder && ReportsFolder.isEdition($0.name) }
    return files.map { .inTheWay($0, of: "d'un fichier de bilan") }
      + list.map { .inTheWay($0, of: "de la liste des mois") }
      + editions.map { .inTheWay(folder($0.name), of: "du dossier d'une édition") }
  }

  /// What is refused further down is told with what mends it: a file that a run by root left among ours.
  func tellingDenials<Value>(_ body: () throws -> Value) throws -> Value {
    do { return try body() } catch let error as SystemError where error.isPermission && isOurs(error.path) {
      throw ReportsUnusable.denied(error.path, in: path)
    } catch let error as LedgerError where error.kind == .denied && denial(error.path)?.isPermission == true {
      throw ReportsUnusable.denied(error.path, in: path)
    }
  }

  private func isOurs(_ other: String) -> Bool { other == path || other.hasPrefix(path + "/") }

  /// Among our own files, those of another owner than the folder's: left by a run of root's, and in the way of everybody else.
  func strangers() -> [String] {
    guard let owner = Owner(of: path) else { return [] }
    let published = ((try? editionFolders()) ?? []).map(folder)
    return (ownFolders + ownFiles + [path + "/index.html"] + published).filter {
      exists($0) && Owner(of: $0)?.user != owner.user
    }
  }
}

/// Root may write everywhere, and what an earlier run of root's left is in the way of the user of the timer: said to root, who can
/// mend it.
func sayStrangers(in reports: ReportsFolder, _ key: String, _ say: (String) -> Void) {
  guard Owner.current == .root, let owner = Owner(of: reports.path), owner.user != 0 else { return }
  let isKeyStrange = exists(key) && Owner(of: key)?.user != owner.user
  let commands =
    (reports.strangers().isEmpty ? [] : ["sudo chown -R \(owner.forChown) \(shellWord(reports.path))"])
    + (isKeyStrange ? ["sudo chown \(owner.forChown) \(shellWord(key))"] : [])
  guard !commands.isEmpty else { return }
  say("des fichiers ne sont pas à \(owner.name), à qui sont les rapports : \(commands.joined(separator: " && "))")
}
