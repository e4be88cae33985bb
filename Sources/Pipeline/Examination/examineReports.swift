import Domain
import Failures
import Host

/// The folders that a run writes into, the links it moves, the disk below them, and whether another run is there.
func reportSymptoms(_ reports: ReportsFolder) -> [Symptom] {
  guard let folder = folderFault(reports) else {
    let links = linkSymptoms(reports)
    return [roomSymptom(reports)] + links + [lockSymptom(reports), diskSymptom(reports)].compactMap { $0 }
  }
  return folder
}

/// What is wrong with the folders themselves; nil: nothing.
private func folderFault(_ reports: ReportsFolder) -> [Symptom]? {
  let mine = "sudo chown -R $(id -u):$(id -g) \(shellWord(reports.path))"
  guard exists(reports.path) else {
    let parent = parentFolder(of: reports.path)
    if isWritable(parent) { return nil }
    let text =
      "\(reports.path) ne pourra pas être créé ; sudo install -d -o $(id -u) -g $(id -g) \(shellWord(reports.path))"
    return [Symptom(what: "rapports", state: .wrong, french: text)]
  }
  var symptoms: [Symptom] = []
  let archive = reports.own + "/archive"
  let folders = [reports.path, reports.editions, reports.own, archive, archive + "/definitions", reports.quarantine]
  for path in folders where exists(path) {
    guard let real = realPath(path), fileKind(real) == .folder else {
      let text = "\(path) : ce n'est pas un dossier ; mv \(shellWord(path)) \(shellWord(path + ".autre"))"
      symptoms.append(Symptom(what: "rapports", state: .wrong, french: text))
      continue
    }
    if !isWritable(path) {
      symptoms.append(Symptom(what: "rapports", state: .wrong, french: "\(path) : écriture refusée ; \(mine)"))
    }
  }
  for path in [reports.ledger, reports.lock] where exists(path) && !isChangeable(path) {
    symptoms.append(Symptom(what: "rapports", state: .wrong, french: "\(path) : écriture refusée ; \(mine)"))
  }
  return symptoms.isEmpty ? nil : symptoms
}

private func roomSymptom(_ reports: ReportsFolder) -> Symptom {
  guard exists(reports.path) else {
    return Symptom(what: "rapports", state: .fine, french: "\(reports.path) sera créé par la première publication")
  }
  guard let free = freeBytes(reports.path) else {
    return Symptom(what: "rapports", state: .doubtful, french: "\(reports.path) : place libre inconnue")
  }
  // A year of editions takes about as much.
  let isTight = free < 100 << 20
  return Symptom(
    what: "rapports", state: isTight ? .doubtful : .fine,
    french: "\(reports.path) : \(free >> 20) Mo libres" + (isTight ? " ; faire de la place" : ""))
}

/// What stands under the name of a month's link, or of the list of months, and is none. A link that shows an older edition is
/// moved by the next run, a file replaced; nothing replaces a folder.
private func linkSymptoms(_ reports: ReportsFolder) -> [Symptom] {
  guard let entries = try? listFolder(reports.path) else { return [] }
  return entries.compactMap { entry in
    let path = "\(reports.path)/\(entry.name)"
    let remedy = "mv \(shellWord(path)) \(shellWord(path + ".autre"))"
    let isLink = Month(entry.name) != nil
    guard isLink || entry.name == "index.html" else { return nil }
    switch entry.kind {
    case .folder:
      let text =
        "\(path) : un dossier est à la place \(isLink ? "du lien du mois" : "de la liste des mois"), l'édition ne serait pas montrée ; \(remedy)"
      return Symptom(what: "liens", state: .wrong, french: text)
    case .file where isLink:
      return Symptom(
        what: "liens", state: .doubtful,
        french: "\(path) : un fichier est à la place du lien du mois, une exécution le remplacerait ; \(remedy)")
    default: return nil
    }
  }
}

/// nil where nobody holds the lock.
private func lockSymptom(_ reports: ReportsFolder) -> Symptom? {
  guard exists(reports.lock) else { return nil }
  do {
    _ = try FileLock(reports.lock)
    return nil
  } catch let held as FileLock.Held {
    return Symptom(what: "verrou", state: .doubtful, french: held.oneLine)
  } catch { return Symptom(what: "verrou", state: .wrong, french: error.asFailure.oneLine) }
}

/// What publishing asks of a file system, tried in a folder that goes at once; nil where there is no place to try it yet.
private func diskSymptom(_ reports: ReportsFolder) -> Symptom? {
  guard let place = [reports.own, reports.path].first(where: exists) else { return nil }
  let folder = "\(place)/.doctor.\(Clock.processId)"
  return Symptom("disque") {
    defer { try? removeTree(folder) }
    do {
      try removeTree(folder)
      try makeFolder(folder, mode: 0o700)
      try tryDisk(folder)
    } catch let error as SystemError where !error.isFull && !error.isPermission {
      return (
        .wrong,
        "\(place) : ce disque ne sait pas ce que publier demande (\(error.operation.french)) ; mettre les rapports sur un disque ext4, xfs ou btrfs de cette machine"
      )
    }
    return (.fine, "liens, renommages, synchronisation et verrous essayés dans \(place)")
  }
}

private func tryDisk(_ folder: String) throws {
  let (file, other, link) = (folder + "/a", folder + "/b", folder + "/lien")
  try createFile(file, [1])
  try syncPath(file)
  try syncPath(folder)
  try renameNew(file, to: other)
  try createFile(file, [2])
  // A rename that replaces would let one edition take the place of another.
  if (try? renameNew(file, to: other)) != nil { throw SystemError(.rename, other, code: 0) }
  try swapLink(link, to: "a", temporary: folder + "/nouveau")
  try swapLink(link, to: "b", temporary: folder + "/nouveau")
  guard linkTarget(link) == "b" else { throw SystemError(.link, link, code: 0) }
  _ = try FileLock(folder + "/verrou")
}
