import Domain
import Failures
import Host

/// The folders that a run writes into, the disk below them, and whether another run is there.
func reportSymptoms(_ reports: ReportsFolder) -> [Symptom] {
  let faults = reports.faults()
  guard faults.isEmpty else {
    return faults.map { Symptom(what: "rapports", state: .wrong, french: $0.oneLine) }
  }
  return [roomSymptom(reports)]
    + [strangerSymptom(reports), lockSymptom(reports), diskSymptom(reports)].compactMap { $0 }
}

/// nil where every file of ours is of one owner.
private func strangerSymptom(_ reports: ReportsFolder) -> Symptom? {
  guard let owner = Owner(of: reports.path), let first = reports.strangers().first else { return nil }
  return Symptom(
    what: "rapports", state: .doubtful,
    french:
      "\(first) n'est pas à \(owner.name), à qui sont les rapports ; sudo chown -R \(owner.forChown) \(shellWord(reports.path))"
  )
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

/// What stands under the name of a month's link, and is none: what the next run puts aside, and what it stumbles over.
func linkSymptoms(_ reports: ReportsFolder, _ store: EditionStore?) -> [Symptom] {
  guard let entries = try? listFolder(reports.path) else { return [] }
  return entries.compactMap { entry in
    guard let month = Month(entry.name) else { return nil }
    let path = reports.link(month)
    switch try? MonthLink(at: path, store?.editions(of: month) ?? [], store) {
    case .free?, nil: return nil
    case .empty?: return nil
    case .leftover(let what)?:
      return Symptom(
        what: "liens", state: .doubtful,
        french:
          "\(path) : \(what) est à la place du lien du mois ; à la prochaine exécution, mise à l'écart et lien remis")
    case .taken?:
      return Symptom(
        what: "liens", state: .wrong, french: ReportsUnusable.inTheWay(path, of: "du lien du mois").oneLine)
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
  } catch let error as SystemError where error.isUnsupported {
    return nil  // The disk's own symptom.
  } catch { return Symptom(what: "verrou", state: .wrong, french: error.asFailure.oneLine) }
}

/// What publishing asks of a file system, tried in a folder that goes at once; nil where there is no place to try it yet.
private func diskSymptom(_ reports: ReportsFolder) -> Symptom? {
  guard let place = [reports.own, reports.path, parentFolder(of: reports.path)].first(where: exists) else { return nil }
  let folder = "\(place)/.doctor.\(Clock.processId)"
  return Symptom("disque") {
    defer { try? removeTree(folder) }
    try removeTree(folder)
    try makeFolder(folder, mode: 0o700)
    guard try hasLinks(folder, probe: folder + "/lien") else {
      return (.wrong, ReportsUnusable.unsuited(reports.path, lacking: "liens symboliques").oneLine)
    }
    do { try tryDisk(folder) } catch let error as SystemError where error.isUnsupported {
      let lacking = error.operation == .lock ? "verrous" : "opérations demandées (\(error.operation.french))"
      return (.wrong, ReportsUnusable.unsuited(reports.path, lacking: lacking).oneLine)
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
