import Domain
import Host
import Ledger

/// An edition as its folder shows it, whatever the ledger says.
struct FoundEdition {
  let name: String
  let month: Month
  let number: Int
  let manifest: Manifest
  /// SHA-256 of the manifest.
  let hash: String
}

extension ReportsFolder {
  /// Every edition there is a folder of, by month and number. Throws ``EditionDamaged`` where one cannot be read, or where the
  /// chain of a month has a gap.
  func foundEditions() throws -> [FoundEdition] {
    let found = try editionFolders().compactMap { name -> FoundEdition? in
      guard let month = Month(name.prefix(7)), let number = Int(name.dropFirst(8)), "\(month).\(number)" == name else {
        return nil
      }
      let manifest = try manifest(name)
      guard manifest.edition == name else {
        throw EditionDamaged(
          description:
            "\(folder(name)) : son manifeste est celui de \(manifest.edition) ; remettre l'édition depuis une sauvegarde"
        )
      }
      return FoundEdition(
        name: name, month: month, number: number, manifest: manifest,
        hash: sha256(try readFile(folder(name) + "/manifest.json")))
    }.sorted { ($0.month, $0.number) < ($1.month, $1.number) }
    for (before, edition) in zip([nil] + found, found) { try requireChain(before, edition) }
    return found
  }

  /// Each edition names its predecessor, by its manifest's hash too.
  private func requireChain(_ before: FoundEdition?, _ edition: FoundEdition) throws {
    let before = before?.month == edition.month ? before : nil
    guard edition.number == (before?.number ?? 0) + 1 else {
      throw EditionDamaged(
        description:
          "\(folder("\(edition.month).\((before?.number ?? 0) + 1)")) : cette édition manque ; la remettre depuis une sauvegarde"
      )
    }
    guard let predecessor = edition.manifest.predecessor, let before, predecessor.manifest != before.hash else {
      return
    }
    throw EditionDamaged(
      description:
        "\(folder(before.name)) : ce n'est pas l'édition que \(edition.name) a remplacée ; la remettre depuis une sauvegarde"
    )
  }
}
