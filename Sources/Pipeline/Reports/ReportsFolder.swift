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
  var quarantine: String { own + "/quarantine" }
  package func folder(_ edition: String) -> String { editions + "/" + edition }
  func partial(_ edition: String) -> String { editions + "/.\(edition).partial" }
  package func link(_ month: Month) -> String { path + "/\(month)" }

  /// The reports folder of an edition's workbook, through the month's link or not; nil where it stands in none.
  package init?(containing workbook: String) {
    guard let real = realPath(workbook) else { return nil }
    let parts = real.split(separator: "/")
    // …/reports/editions/2022-05.1/financeurs/region-2022-05.xlsx
    guard parts.count > 4, parts[parts.count - 4] == "editions" else { return nil }
    self.init("/" + parts.dropLast(4).joined(separator: "/"))
  }

  /// Makes what is missing.
  func prepare() throws {
    for folder in [path, editions, own] { try makeFolder(folder) }
  }

  /// Names in editions/ that are an edition's, `2022-05.1`.
  func editionFolders() throws -> [String] {
    guard try isPresent(editions) else { return [] }
    return try listFolder(editions).filter { entry in
      entry.kind == .folder && Month(entry.name.prefix(7)) != nil && entry.name.dropFirst(7).hasPrefix(".")
    }.map(\.name)
  }

  /// Throws ``EditionDamaged``.
  package func manifest(_ edition: String) throws -> Manifest {
    let path = folder(edition) + "/manifest.json"
    do { return try Manifest(decoding: readFile(path)) } catch {
      throw EditionDamaged(
        description: "\(path) : manifeste absent ou illisible ; remettre l'édition depuis une sauvegarde", cause: error)
    }
  }

  func point(_ month: Month, to edition: String) throws {
    try swapLink(link(month), to: "editions/\(edition)", temporary: own + "/link.\(month)")
    try syncPath(path)
  }
}
