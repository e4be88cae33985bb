import Compute
import Domain
import Host
import Report

/// The letters alone, without publishing: into a folder of the caller's, replacing those of the same name. Throws
/// `SystemError`, and what reading the inputs again throws (``InputChanging``, ``InputsUnreadable``).
package func writeLetters(_ checked: CheckedMonth, inputs: InputsFolder, into folder: String) throws {
  try makeFolder(folder, isOwn: false)
  var month = ReportedMonth(
    month: checked.month, edition: Edition(month: checked.month, number: 1), definitions: checked.definitions,
    release: Release(
      figures: ReleasedFigures(month: checked.month, []), history: [], trends: [:], revisions: [], keptHidden: [:]),
    deliveries: checked.facts.deliveries, findings: checked.found)
  month.costs = try refusalCosts(checked, try computeAll(checked), inputs: inputs)
  month.readBacks = try checked.parts.readBack(of: checked.month, checked.facts)
  var written: [String] = []
  for file in letterFiles(month, to: checked.definitions.programme.associations) {
    let path = folder + "/" + file.path.dropFirst("retours/".count)
    let temporary = folder + "/.\(file.path.dropFirst("retours/".count)).nouveau"
    do { try replaceFile(path, file.bytes, temporary: temporary) } catch {
      try? removeTree(temporary)
      throw error
    }
    written.append(path)
  }
  try syncPaths(written + [folder])
}
