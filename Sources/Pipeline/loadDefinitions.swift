import Define
import Domain
import System

/// The definitions of a programme, and the SHA-256 of each of their files (relative path, in path order).
package struct LoadedDefinitions: Sendable {
  package let definitions: Definitions
  package let hashes: [FileHash]
}

package struct FileHash: Hashable, Sendable {
  package let file: String
  package let sha256: String
}

/// Reads programme.yaml, the reference tables, the catalogue, the funders and what has been acknowledged.
package func loadDefinitions(_ inputs: InputsFolder) throws -> LoadedDefinitions {
  var hashes: [FileHash] = []
  func bytes(_ file: String) throws -> [UInt8] {
    let bytes = try inputs.text(file)
    hashes.append(FileHash(file: file, sha256: sha256(bytes)))
    return bytes
  }
  func text(_ file: String) throws -> String {
    let bytes = try bytes(file)
    guard
      let text = String(validating: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...], as: UTF8.self)
    else { throw DefinitionError(file: file, "attendu : du texte en UTF-8") }
    return text
  }
  let programme = try decodeProgramme(text("programme.yaml"))
  let reference = try decodeReference(
    territory: bytes("reference/territory.csv"), hours: bytes("reference/full-time-hours.csv"))
  let catalogue = try decodeCatalogue(text("indicators.yaml"), programme: programme, reference: reference)
  let funders = try funderFiles(inputs).map { file in
    try decodeFunder(text(file), catalogue: catalogue, file: file)
  }
  try checkFunderIds(funders, files: funderFiles(inputs))
  let acknowledged =
    inputs.has("acknowledged.yaml")
    ? try decodeAcknowledged(text("acknowledged.yaml"), programme: programme) : Acknowledged()
  return LoadedDefinitions(
    definitions: Definitions(
      programme: programme, catalogue: catalogue, funders: funders, reference: reference, acknowledged: acknowledged),
    hashes: hashes.sorted { $0.file < $1.file })
}

/// `funders/<funder>.yaml`, by name. No folder: no funder.
private func funderFiles(_ inputs: InputsFolder) throws -> [String] {
  guard inputs.has("funders") else { return [] }
  return try inputs.list("funders")
    .filter { $0.kind == .file && $0.name.hasSuffix(".yaml") && !$0.name.hasPrefix(".") }.map { "funders/\($0.name)" }
}

/// The id makes the report's name: it is the file's.
private func checkFunderIds(_ funders: [Funder], files: [String]) throws {
  for (funder, file) in zip(funders, files) where file != "funders/\(funder.id).yaml" {
    throw DefinitionError(file: file, "l'id du financeur (\(funder.id)) n'est pas le nom du fichier")
  }
}
