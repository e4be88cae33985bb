import Domain
import Host

/// reports/: editions, the month's links, and what bilan keeps for itself in .bilan.
package struct ReportsFolder: Sendable {
  package let path: String

  package init(_ path: String) { self.path = path }

  package var editions: String { path + "/editions" }
  package var own: String { path + "/.bilan" }
  package var ledger: String { own + "/ledger.sqlite" }
  var lock: String { own + "/lock" }
  var monthList: String { path + "/index.html" }
  /// What the list of months was made of, and its hash.
  var monthListMark: String { own + "/index.mark" }
  var quarantine: String { own + "/quarantine" }
  package func folder(_ edition: String) -> String { editions + "/" + edition }
  func partial(_ edition: String) -> String { editions + "/.\(edition).partial" }
  package func link(_ month: Month) -> String { path + "/\(month)" }
  /// What a month's link says.
  func target(_ edition: String) -> String { "editions/\(edition)" }

  /// The reports folder of an edition's workbook, through the month's link or not; nil where it stands in none.
  package init?(containing workbook: String) {
    guard let real = realPath(workbook) else { return nil }
    let parts = real.split(separator: "/")
    // …/reports/editions/2022-05.1/financeurs/region-2022-05.xlsx
    guard parts.count > 4, parts[parts.count - 4] == "editions" else { return nil }
    self.init("/" + parts.dropLast(4).joined(separator: "/"))
  }

  /// Names in editions/ that are an edition's, `2022-05.1`. Anything else there, a copy that somebody made, is none.
  func editionFolders() throws -> [String] {
    guard try isPresent(editions) else { return [] }
    return try listFolder(editions).filter { $0.kind == .folder && ReportsFolder.isEdition($0.name) }.map(\.name)
  }

  static func isEdition(_ name: String) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, Month(String(parts[0])) != nil, let number = Int(parts[1]) else { return false }
    return number > 0 && "\(number)" == parts[1]
  }

  /// Brief, see ``Manifest/init(brief:)``. Throws ``EditionDamaged``, and `SystemError` where the disk does not give it.
  func manifest(_ edition: String) throws -> Manifest {
    let path = folder(edition) + "/manifest.json"
    do { return try Manifest(brief: readFile(path)) } catch let error as SystemError where !error.isMissing {
      throw error
    } catch { throw unreadableManifest(edition, error) }
  }

  func unreadableManifest(_ edition: String, _ cause: (any Error)? = nil) -> EditionDamaged {
    EditionDamaged(
      description:
        "\(folder(edition))/manifest.json : manifeste absent ou illisible ; remettre l'édition depuis une sauvegarde",
      cause: cause)
  }

  func point(_ month: Month, to edition: String) throws {
    try swapLink(link(month), to: target(edition), temporary: own + "/link.\(month)")
    try syncPath(path)
  }

  /// Out of the way, but not lost, on the disk when this returns; gives the new place.
  func putAside(_ path: String) throws -> String {
    if try makeFolder(quarantine) { try syncPath(own) }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    var place = "\(quarantine)/\(name)"
    var number = 1
    while exists(place) {
      number += 1
      place = "\(quarantine)/\(name)-\(number)"
    }
    try renameNew(path, to: place)
    try syncPath(quarantine)
    try syncPath(parentFolder(of: path))
    return place
  }
}
