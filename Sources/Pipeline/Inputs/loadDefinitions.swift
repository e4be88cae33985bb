import Define
import Domain
import Host
import Ingest

/// The definitions of a programme, and the files they were read from, in path order.
package struct LoadedDefinitions: Sendable {
  package let definitions: Definitions
  package let files: [DefinitionFile]
}

/// Reads programme.yaml, the reference tables, the catalogue, the funders and what has been acknowledged. Throws
/// ``InputsUnreadable``, and all that is wrong with them at once: `DefinitionError` or `DefinitionErrors`.
package func loadDefinitions(_ inputs: InputsFolder) throws -> LoadedDefinitions {
  try loadDefinitions(definitionFiles(inputs))
}

/// The bytes of every definition, before any of them is understood. Where one is not there or is misnamed, all that is wrong
/// with the others is thrown with it.
func definitionFiles(_ inputs: InputsFolder) throws -> [DefinitionFile] {
  let faults = DefinitionFaults()
  let names =
    [DefinitionName.programme, DefinitionName.catalogue, DefinitionName.hours, DefinitionName.territory]
    + (try definitionNames(in: DefinitionName.funders, of: "financeur", inputs, faults))
    + (try definitionNames(in: DefinitionName.mappings, of: "association", inputs, faults))
    + (try inputs.has(DefinitionName.acknowledged) ? [DefinitionName.acknowledged] : [])
  let files = try names.compactMap { name -> DefinitionFile? in
    do {
      let bytes = try inputs.text(name)
      return DefinitionFile(file: name, sha256: sha256(bytes), bytes: bytes)
    } catch let error as DefinitionError {
      faults.note(error)
      return nil
    }
  }.sorted { $0.file < $1.file }
  if !faults.isEmpty { _ = try loadDefinitions(files, faults) }
  return files
}

/// Places of the definitions that the design names.
enum DefinitionName {
  static let programme = "programme.yaml"
  static let catalogue = "indicators.yaml"
  static let territory = "reference/territory.csv"
  static let hours = "reference/full-time-hours.csv"
  static let acknowledged = "acknowledged.yaml"
  static let funders = "funders/"
  static let mappings = "mappings/"
}

/// Understands them. `arePublished`: those of an edition, as they were understood when it was published. Throws
/// `DefinitionError` or `DefinitionErrors`.
func loadDefinitions(_ files: [DefinitionFile], arePublished: Bool = false) throws -> LoadedDefinitions {
  let faults = DefinitionFaults(arePublished: arePublished)
  let needed = [DefinitionName.programme, DefinitionName.catalogue, DefinitionName.hours, DefinitionName.territory]
  for name in needed where !files.contains(where: { $0.file == name }) {
    faults.note(DefinitionError(file: name, "introuvable ; c'est une définition du programme"))
  }
  return try loadDefinitions(files, faults)
}

private func loadDefinitions(_ files: [DefinitionFile], _ faults: DefinitionFaults) throws -> LoadedDefinitions {
  LoadedDefinitions(
    definitions: try decodeDefinitions(
      files.map { ($0.file, $0.bytes) }, checking: ContractValues().fault, faults: faults), files: files)
}

/// The programme and its mappings alone, for what a run must know before it understands the rest. Throws what `loadDefinitions` throws: where
/// programme.yaml is wrong, all that is wrong is told.
func programme(of files: [DefinitionFile]) throws -> Programme {
  let file = files.first { $0.file == DefinitionName.programme }
  do {
    let programme = try decodeProgramme(definitionText(file?.bytes ?? [], DefinitionName.programme))
    return try decodeMappings(files.map { ($0.file, $0.bytes) }, into: programme)
  } catch {
    _ = try loadDefinitions(files)
    throw error
  }
}

/// Whoever publishes has somebody to publish for: without a single funder nobody would get a report, and nobody would notice. What
/// only reads exports needs none. Throws `DefinitionError`.
func requireFunders(_ files: [DefinitionFile]) throws {
  guard !files.contains(where: { $0.file.hasPrefix(DefinitionName.funders) }) else { return }
  throw DefinitionError(
    file: DefinitionName.funders,
    "aucun financeur : personne n'aurait de rapport ; attendu : un fichier funders/<financeur>.yaml par financeur")
}

/// `funders/<funder>.yaml`, `mappings/<association>.yaml`, by name. What stands there and is none is noted: it would do nothing, in
/// silence.
private func definitionNames(
  in folder: String, of noun: String, _ inputs: InputsFolder, _ faults: DefinitionFaults
) throws -> [String] {
  let path = String(folder.dropLast())
  let entries = try inputs.has(path) ? try inputs.list(path).filter { !isLeftover($0.name) } : []
  let names = Set(entries.map(\.name))
  return entries.compactMap { entry in
    let isNamedRightly = entry.name.hasSuffix(".yaml") && !entry.name.contains { $0.isWhitespace }
    if entry.kind == .file, isNamedRightly { return folder + entry.name }
    faults.note(
      DefinitionError(
        file: folder + entry.name.split(whereSeparator: \.isNewline).joined(separator: " "),
        strange(entry.name, entry.kind, beside: names, noun)))
    return nil
  }
}

private func strange(_ name: String, _ kind: EntryKind, beside names: Set<String>, _ noun: String) -> String {
  let article = noun == "association" ? "d'une association" : "d'un \(noun)"
  guard kind == .file else { return "ce n'est pas un fichier ; attendu : un fichier <\(noun)>.yaml, sans dossier" }
  let stem = name.lowercased().hasSuffix(".yml") || name.lowercased().hasSuffix(".yaml")
  guard stem else { return "ce n'est pas la définition \(article) ; attendu : <\(noun)>.yaml ; le retirer" }
  let id = normalForm(String(name[..<(name.lastIndex(of: ".") ?? name.endIndex)])).split(separator: " ")
  let right = "\(id.joined(separator: "-")).yaml"
  return names.contains(right)
    ? "« \(right) » est déjà là ; attendu : un seul fichier par \(noun), retirer l'autre"
    : "nom inattendu ; attendu : le renommer en « \(right) »"
}

/// Hidden files, and what editors and systems leave.
private func isLeftover(_ name: String) -> Bool {
  name.hasPrefix(".") || name.hasPrefix("~$") || name.hasSuffix("~")
    || ["thumbs.db", "desktop.ini"].contains(name.lowercased())
}
