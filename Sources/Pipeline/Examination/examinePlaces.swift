import Host

/// Reports among the exports would be open to every association, and data among the reports would go where reports go.
func placeSymptom(inputs: String, _ reports: ReportsFolder) -> Symptom {
  let remedy = "choisir un autre dossier : --reports, ou reports à côté de \(inputs)"
  func symptom(_ state: Symptom.State, _ text: String) -> Symptom {
    Symptom(what: "emplacement", state: state, french: text)
  }
  // Where reports are not there yet, the folder that would hold them tells.
  let place = exists(reports.path) ? reports.path : parentFolder(of: reports.path)
  if isInside(place, "\(inputs)/exports") {
    return symptom(.wrong, "\(reports.path) : les rapports sont dans un dossier de dépôt des associations ; \(remedy)")
  }
  if isInside(place, inputs) {
    return symptom(.doubtful, "\(reports.path) : les rapports sont dans les données ; \(remedy)")
  }
  if isInside(inputs, reports.path) {
    return symptom(.doubtful, "\(inputs) : les données sont dans les rapports, qui sont à transmettre ; \(remedy)")
  }
  return symptom(.fine, "données et rapports à part : \(inputs), \(reports.path)")
}

/// Whether a path is a folder or stands in it, every link followed.
func isInside(_ path: String, _ folder: String) -> Bool {
  guard let path = realPath(path), let folder = realPath(folder) else { return false }
  return path == folder || path.hasPrefix(folder + "/")
}

/// Of a path as it is written: of a bare name, the current folder.
func parentFolder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// What stands under the name itself, no link followed; nil: nothing.
func fileKind(_ path: String) -> EntryKind? {
  let name = path.split(separator: "/").last.map(String.init) ?? path
  return (try? listFolder(parentFolder(of: path)))?.first { $0.name == name }?.kind
}
