import Domain
import System

/// An edition that cannot be read: somebody touched it. Exit 74.
package struct EditionDamaged: Error, Hashable, Sendable, CustomStringConvertible {
  package let description: String
}

/// reports/: editions, the month's links, and what bilan keeps for itself in .bilan.
package struct ReportsFolder: Sendable {
  package let path: String

  package init(_ path: String) { self.path = path }

  package var editions: String { path + "/editions" }
  package var own: String { path + "/.bilan" }
  var lock: String { own + "/lock" }
  func folder(_ edition: String) -> String { editions + "/" + edition }
  func partial(_ edition: String) -> String { editions + "/.\(edition).partial" }
  /// The unprotected figures of an edition: for `figures`, `explain` and `plan`, never for a funder.
  func figures(_ edition: String) -> String { own + "/figures/\(edition).csv" }
  package func link(_ month: Month) -> String { path + "/\(month)" }

  /// Makes what is missing.
  func prepare() throws {
    for folder in [path, editions, own, own + "/figures"] { try makeFolder(folder) }
  }

  /// Numbers of a month's whole editions, ascending.
  package func numbers(of month: Month) throws -> [Int] {
    guard exists(editions) else { return [] }
    return try listFolder(editions).compactMap { entry in
      guard entry.kind == .folder, entry.name.hasPrefix("\(month).") else { return nil }
      return Int(entry.name.dropFirst(8))
    }.sorted()
  }

  /// Months that have an edition, ascending.
  package func months() throws -> [Month] {
    guard exists(editions) else { return [] }
    return Array(Set(try listFolder(editions).compactMap { $0.kind == .folder ? Month($0.name.prefix(7)) : nil }))
      .sorted()
  }

  /// The month's current edition: the newest.
  package func current(_ month: Month) throws -> Manifest? {
    try numbers(of: month).last.map { try manifest("\(month).\($0)") }
  }

  package func manifest(_ edition: String) throws -> Manifest {
    let path = folder(edition) + "/manifest.json"
    do { return try Manifest(decoding: readFile(path)) } catch {
      throw EditionDamaged(
        description: "\(path) : manifeste absent ou illisible ; remettre l'édition depuis une sauvegarde")
    }
  }

  /// What an interrupted run left is removed, and a link that lags is mended; says what was done.
  func reconcile() throws -> [String] {
    var said: [String] = []
    for entry in try listFolder(editions) where entry.name.hasPrefix(".") && entry.name.hasSuffix(".partial") {
      try removeTree(editions + "/" + entry.name)
      said.append("reste d'une exécution interrompue supprimé : \(entry.name)")
    }
    for month in try months() {
      guard let newest = try numbers(of: month).last else { continue }
      let target = "editions/\(month).\(newest)"
      guard linkTarget(link(month)) != target else { continue }
      try point(month, to: "\(month).\(newest)")
      said.append("lien \(month) remis sur l'édition \(month).\(newest)")
    }
    return said
  }

  func point(_ month: Month, to edition: String) throws {
    try swapLink(link(month), to: "editions/\(edition)", temporary: own + "/link.\(month)")
    try syncPath(path)
  }
}
