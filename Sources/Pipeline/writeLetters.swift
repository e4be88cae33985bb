import Domain
import Report
import System

/// The letters alone, without publishing: into a folder of the caller's, replacing those of the same name.
package func writeLetters(_ gathered: Gathered, inputs: InputsFolder, into folder: String) throws {
  try makeFolder(folder)
  var month = ReportedMonth(
    month: gathered.month, edition: Edition(month: gathered.month, number: 1), definitions: gathered.definitions,
    figures: ReleasedFigures(month: gathered.month, []), history: [], deliveries: gathered.facts.deliveries,
    findings: gathered.findings)
  month.effects = try faultEffects(gathered, computeAll(gathered), inputs: inputs)
  for association in gathered.definitions.programme.associations.indices {
    for file in letterFiles(month, association: association) {
      let path = folder + "/" + file.path.dropFirst("retours/".count)
      try removeTree(path)
      try createFile(path, file.bytes)
    }
  }
}
