import Define
import Domain
import Host

/// The definitions of a programme, and the files they were read from, in path order.
package struct LoadedDefinitions: Sendable {
  package let definitions: Definitions
  package let files: [DefinitionFile]
}

/// Reads programme.yaml, the reference tables, the catalogue, the funders and what has been acknowledged. Throws
/// ``InputsUnreadable`` and `DefinitionError`.
package func loadDefinitions(_ inputs: InputsFolder) throws -> LoadedDefinitions {
  try loadDefinitions(definitionFiles(inputs))
}

/// The bytes of every definition, before any of them is understood.
func definitionFiles(_ inputs: InputsFolder) throws -> [DefinitionFile] {
  // The programme first: where nothing is there, that is what is missing.
  let names =
    try [DefinitionName.programme, DefinitionName.catalogue, DefinitionName.hours, DefinitionName.territory]
    + funderNames(inputs) + (inputs.has(DefinitionName.acknowledged) ? [DefinitionName.acknowledged] : [])
  return try names.map { name in
    let bytes = try inputs.text(name)
    return DefinitionFile(file: name, sha256: sha256(bytes), bytes: bytes)
  }.sorted { $0.file < $1.file }
}

/// Places of the definitions that the design names.
enum DefinitionName {
  static let programme = "programme.yaml"
  static let catalogue = "indicators.yaml"
  static let territory = "reference/territory.csv"
  static let hours = "reference/full-time-hours.csv"
  static let acknowledged = "acknowledged.yaml"
  static let funders = "funders/"
}

/// Understands them, wherever they came from: inputs/, or the archive. Throws `DefinitionError`.
func loadDefinitions(_ files: [DefinitionFile]) throws -> LoadedDefinitions {
  func bytes(_ name: String) throws -> [UInt8] {
    guard let file = files.first(where: { $0.file == name }) else {
      throw DefinitionError(file: name, "introuvable ; c'est une définition du programme")
    }
    return file.bytes
  }
  func text(_ name: String) throws -> String { try definitionText(bytes(name), name) }
  let programme = try decodeProgramme(text(DefinitionName.programme))
  let reference = try decodeReference(
    territory: bytes(DefinitionName.territory), hours: bytes(DefinitionName.hours))
  let catalogue = try decodeCatalogue(text(DefinitionName.catalogue), programme: programme, reference: reference)
  let funders = try files.filter { $0.file.hasPrefix(DefinitionName.funders) }.map { file in
    let funder = try decodeFunder(
      definitionText(file.bytes, file.file), catalogue: catalogue, programme: programme, file: file.file)
    // The id makes the report's name: it is the file's.
    guard file.file == "\(DefinitionName.funders)\(funder.id).yaml" else {
      throw DefinitionError(file: file.file, "l'id du financeur (\(funder.id)) n'est pas le nom du fichier")
    }
    return funder
  }
  let acknowledged =
    files.contains { $0.file == DefinitionName.acknowledged }
    ? try decodeAcknowledged(text(DefinitionName.acknowledged), programme: programme) : Acknowledged()
  return LoadedDefinitions(
    definitions: Definitions(
      programme: programme, catalogue: catalogue, funders: funders, reference: reference, acknowledged: acknowledged),
    files: files)
}

/// UTF-8, a byte-order mark dropped. Throws `DefinitionError`.
func definitionText(_ bytes: [UInt8], _ file: String) throws -> String {
  guard
    let text = String(validating: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...], as: UTF8.self)
  else { throw DefinitionError(file: file, "attendu : du texte en UTF-8") }
  return text
}

/// `funders/<funder>.yaml`, by name. No folder: no funder.
private func funderNames(_ inputs: InputsFolder) throws -> [String] {
  guard inputs.has("funders") else { return [] }
  return try inputs.list("funders")
    .filter { $0.kind == .file && $0.name.hasSuffix(".yaml") && !$0.name.hasPrefix(".") }
    .map { DefinitionName.funders + $0.name }
}
