import Domain
import Host
import Report

/// A programme that was just made.
package struct StartedProgramme: Sendable {
  package let definitions: Definitions
  package let placeholders: [Placeholder]
}

/// A new programme in `folder`, which must be new or empty: its definitions, a folder for each association's exports, an empty
/// export of each kind. They are in `folder`/inputs, where every command looks for them from `folder`; all of it appears in one
/// step, or nothing does. Throws ``FolderInUse``, ``StarterRefused`` and ``SystemError``.
package func makeProgramme(_ answers: StarterAnswers, in folder: String) throws -> StartedProgramme {
  try requireUnused(folder)
  let starter = try Starter(answers, folder: folderName(folder), newest: lastWholeMonth())
  let files = starterDefinitions(starter)
  // Read as every command will, before anything is written.
  let loaded = try loadDefinitions(files)
  let isNew = try makeFolder(folder, isOwn: false)
  let partial = folder + "/" + partialName
  do {
    try removeTree(partial)
    try write(files, loaded.definitions.programme, into: partial)
    try renameNew(partial, to: folder + "/inputs")
    try syncPath(folder)
  } catch {
    try? removeTree(isNew ? folder : partial)
    throw error
  }
  return StartedProgramme(definitions: loaded.definitions, placeholders: listPlaceholders(in: files))
}

/// What a `makeProgramme` that was killed leaves is nobody's.
private let partialName = ".inputs.partial"

/// Throws ``FolderInUse`` and ``SystemError``.
package func requireUnused(_ folder: String) throws {
  guard try isPresent(folder) else { return }
  do {
    guard let other = try listFolder(folder).first(where: { $0.name != partialName }) else { return }
    throw FolderInUse(path: folder, name: other.name)
  } catch let error as SystemError where error.isMissing {
    throw FolderInUse(path: folder, name: nil)
  }
}

/// `mon-ptce` of `/srv/mon-ptce/`; of `.`, the folder's own name.
private func folderName(_ folder: String) -> String {
  let name = folder.split(separator: "/").last.map(String.init) ?? ""
  guard ["", ".", ".."].contains(name) else { return name }
  return realPath(folder)?.split(separator: "/").last.map(String.init) ?? "ptce"
}

private func starterDefinitions(_ starter: Starter) -> [DefinitionFile] {
  let texts: [(String, [UInt8])] =
    [
      (DefinitionName.programme, Array(programmeText(starter).utf8)),
      (DefinitionName.catalogue, Array(starterCatalogue(starter).utf8)),
      (DefinitionName.territory, territoryTable(starter)), (DefinitionName.hours, fullTimeHoursTable()),
    ] + starter.funders.map { (DefinitionName.funders + "\($0.id).yaml", Array(funderText($0, starter).utf8)) }
  return texts.map { DefinitionFile(file: $0, sha256: sha256($1), bytes: $1) }.sorted { $0.file < $1.file }
}

private func write(_ files: [DefinitionFile], _ programme: Programme, into folder: String) throws {
  let exports = programme.associations.map { "exports/\($0.id)" }
  for name in ["", "reference", "funders", "modeles", "exports"] + exports { try makeFolder("\(folder)/\(name)") }
  let models = ExportKind.allCases.map { ("modeles/\($0.id).csv", template($0, for: nil, programme)) }
  for (name, bytes) in files.map({ ($0.file, $0.bytes) }) + models {
    try createFile("\(folder)/\(name)", bytes)
    try syncPath("\(folder)/\(name)")
  }
}
