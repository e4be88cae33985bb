import Compute
import Domain
import System

/// The table of figures, and the edition it was published with (nil: computed now).
package struct FiguresSource: Sendable {
  package let table: [UInt8]
  package let edition: String?
}

/// An edition that does not exist: exit 64.
package struct NoSuchEdition: Error, Hashable, Sendable {
  package let edition: String
}

/// The figures of a month: of an edition, of the current one, or computed from the inputs where there is none.
package func figures(
  _ month: Month, edition: String?, compute isComputed: Bool, inputs: () throws -> InputsFolder, reports: ReportsFolder
) throws -> FiguresSource {
  if let edition {
    guard exists(reports.folder(edition)), edition.hasPrefix("\(month).") else { throw NoSuchEdition(edition: edition) }
    guard let table = try published(edition, reports) else {
      throw EditionDamaged(
        description: "\(reports.figures(edition)) : absent ; les chiffres de cette édition ne sont plus là")
    }
    return FiguresSource(table: table, edition: edition)
  }
  if !isComputed, let current = try reports.current(month)?.edition, let table = try published(current, reports) {
    return FiguresSource(table: table, edition: current)
  }
  let gathered = try gather(inputs(), month: month, timings: Timings())
  return FiguresSource(table: figuresTable(computeAll(gathered), gathered.definitions.catalogue), edition: nil)
}

/// The table as published: its hash is in the manifest. nil: it is not there any more.
private func published(_ edition: String, _ reports: ReportsFolder) throws -> [UInt8]? {
  let path = reports.figures(edition)
  guard exists(path) else { return nil }
  let table = try readFile(path)
  guard sha256(table) == (try reports.manifest(edition)).figures else {
    throw EditionDamaged(description: "\(path) : ce n'est pas ce qui a été publié ; bilan figures --compute recalcule")
  }
  return table
}
