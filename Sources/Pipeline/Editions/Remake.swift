import Define
import Domain
import Ledger
import Report

/// What this version of bilan would publish of an edition that another version made, from the same inputs: figures and files that
/// would not be what they are.
package struct Remake: Hashable, Sendable {
  /// Of the edition.
  package let bilanVersion: String
  package let figures: Int
  /// Relative to the edition's folder.
  package let files: [String]
}

/// nil: the same version, or the same figures and bytes. Throws what reading an edition throws.
func remake(of edition: EditionRecord, from checked: CheckedMonth, _ store: EditionStore) throws -> Remake? {
  guard edition.bilanVersion != bilanVersion else { return nil }
  let remake = Remake(
    bilanVersion: edition.bilanVersion, figures: try movedFigures(edition, checked, store),
    files: try filesMadeOtherwise(edition, store))
  return remake.figures == 0 && remake.files.isEmpty ? nil : remake
}

/// Figures of an edition that are not what the inputs give now; those that came or went too.
func movedFigures(_ edition: EditionRecord, _ checked: CheckedMonth, _ store: EditionStore) throws -> Int {
  let catalogue = checked.definitions.catalogue
  return Set(figureRows(try computeAll(checked), catalogue)).symmetricDifference(
    figureRows(try store.figures(of: edition), catalogue)
  ).reduce(into: Set<[String]>()) { $0.insert(Array($1[..<9])) }.count
}

/// An edition whose archive is damaged, or whose definitions are no longer understood, cannot be made again: `verify` says so.
private func filesMadeOtherwise(_ edition: EditionRecord, _ store: EditionStore) throws -> [String] {
  let source: EditionSource
  do { source = try remakeSource(edition, store) } catch is ArchiveDamaged { return [] } catch let error
    where error.isOfDefinitions
  {
    return []
  }
  let made = try Dictionary(
    hashesMadeAgain(report(try source.reportedMonth)), uniquingKeysWith: { first, _ in first })
  let published = try Dictionary(
    store.reports.manifest(edition.name).files.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
  return Set(made.keys).union(published.keys).filter { made[$0] != published[$0] }.sorted()
}
