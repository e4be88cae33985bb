import Ledger

/// What is kept of an edition, as far as it tells of persons.
struct ToldRows {
  let figures: [FigureRecord]
  let definitions: [DefinitionRecord]
  let disclosures: [DisclosureRecord]
}

extension EditionStore {
  /// Every run asks this of every edition there is. So it is read of their copies, whose last line is the hash of the rest and which
  /// name the manifest that was published: one file an edition, where the ledger's rows would have to be written out and held against
  /// a manifest (measured: 120 editions, 0.25 s). Where a copy is not there, or not of that manifest, the ledger says it, and the
  /// manifest proves it. `isAsked`: indicators whose figures are wanted.
  func toldRows(of edition: EditionRecord, where isAsked: (String) -> Bool) throws -> ToldRows {
    if let copy = try archive.copy(of: edition.name), copy.origin?.manifest == edition.manifest,
      let figures = copy.figures(where: isAsked), let definitions = copy.definitions, let disclosures = copy.disclosures
    {
      return ToldRows(figures: figures, definitions: definitions, disclosures: disclosures)
    }
    return ToldRows(
      figures: try figureRecords(of: edition).filter { isAsked($0.indicator) },
      definitions: try definitionRecords(of: edition), disclosures: try disclosureRecords(of: edition))
  }
}
