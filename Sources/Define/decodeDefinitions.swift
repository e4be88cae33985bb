import Domain

/// The files of all definitions, as bytes by name → ``Definitions``. All that is wrong with any of them is noted in `faults`,
/// and thrown at the end: ``DefinitionError`` or ``DefinitionErrors``. A file that is not there has been noted by who looked.
/// `check`: what values of the contract are, for those that mappings name.
package func decodeDefinitions(
  _ files: [(name: String, bytes: [UInt8])], checking check: ContractValueCheck? = nil, faults: DefinitionFaults
) throws -> Definitions {
  let decoder = DefinitionsDecoder(files: files, check: check, faults: faults)
  let definitions = decoder.decode()
  try faults.throwAny()
  return definitions
}

private struct DefinitionsDecoder {
  let files: [(name: String, bytes: [UInt8])]
  let check: ContractValueCheck?
  let faults: DefinitionFaults

  /// Nothing that merely follows from a file that cannot be read is told.
  func decode() -> Definitions {
    var programme = root("programme.yaml").map(draftProgramme) ?? .unread
    draftMappings(
      files.map(\.name).filter { $0.hasPrefix("mappings/") }.compactMap { name in root(name).map { (name, $0) } },
      into: &programme, checking: check)
    let (vintages, territories) =
      bytes("reference/territory.csv").map { draftVintages($0, file: "reference/territory.csv", faults) }
      ?? ([], .unread)
    let (hours, schemes) =
      bytes("reference/full-time-hours.csv").map { draftHours($0, file: "reference/full-time-hours.csv", faults) }
      ?? ([], nil)
    let catalogue =
      root("indicators.yaml").map { draftCatalogue($0, programme: programme, territories: territories) } ?? .unread
    if let schemes { requireHours(of: schemes, catalogue) }
    for kept in programme.keptCells { kept.check(catalogue) }
    let funders = files.map(\.name).filter { $0.hasPrefix("funders/") }.compactMap { name in
      root(name).map { decodeFunder($0, catalogue, programme) }
    }
    return Definitions(
      programme: programme.programme, catalogue: catalogue.catalogue, funders: funders,
      reference: Reference(vintages: vintages, fullTimeHours: hours),
      acknowledged: root("acknowledged.yaml").map { decodeAcknowledged($0, programme) } ?? Acknowledged())
  }

  private func bytes(_ name: String) -> [UInt8]? { files.first { $0.name == name }?.bytes }

  private func root(_ name: String) -> YAMLValue? {
    guard let bytes = bytes(name) else { return nil }
    do {
      return YAMLDocument.root(try definitionText(bytes, name), file: name, faults: faults)
    } catch {
      if let error = error as? DefinitionError { faults.note(error) }
      return nil
    }
  }

  /// Staff outside any scheme has hours, and each scheme of which the catalogue speaks by name.
  private func requireHours(of known: Set<String>, _ catalogue: CatalogueDraft) {
    let named = catalogue.entries.reduce(into: Set<String>()) { $0.formUnion(schemes(in: $1.indicator.term)) }
    for scheme in ["permanent"] + Scheme.allCases.map(\.id).filter(named.contains) where !known.contains(scheme) {
      faults.noteSlip(
        DefinitionError(
          file: "reference/full-time-hours.csv",
          "pas de ligne pour « \(scheme) » ; attendu : une ligne pour chaque dispositif que les indicateurs nomment, avec sa source"
        ))
    }
  }

  /// Those that FTE of jobs are asked for.
  private func schemes(in term: Term) -> Set<String> {
    var schemes: Set<String> = []
    for part in term.measure.parts {
      if case .term(let term) = part { schemes.formUnion(self.schemes(in: term)) }
    }
    guard case .sumStock(.etp, _) = term.measure else { return schemes }
    for case .oneOf(let codes) in term.conditions.filter({ $0.field == .dispositif && !$0.isExcluded }).map(\.test) {
      schemes.formUnion(Scheme.allCases.filter { codes.contains(UInt32($0.rawValue)) }.map(\.id))
    }
    return schemes
  }
}
