import Domain
import Host
import Report

/// reports/index.html, where it is not as it should be: it follows the ledger, so that a run that was killed before it leaves
/// nothing that the next does not put right. Throws `SystemError` and `LedgerError`.
func publishMonthList(_ definitions: Definitions, _ store: EditionStore) throws {
  let months = try store.currentEditions().sorted { $0.key < $1.key }.map { month, edition in
    let manifest = try store.reports.manifest(edition.name)
    let suffix = "-\(month).html"
    let funders = manifest.files.map(\.path).filter { $0.hasPrefix("financeurs/") && $0.hasSuffix(suffix) }.map {
      String($0.dropFirst("financeurs/".count).dropLast(suffix.count))
    }
    return PublishedMonth(
      edition: Edition(month: month, number: edition.number, reason: edition.reason),
      funders: funders)
  }
  let bytes = Array(monthsPage(months, of: definitions.programme, definitions.funders).utf8)
  let path = store.reports.path + "/index.html"
  if let there = try? readFile(path), there == bytes { return }
  try replaceFile(path, bytes, temporary: store.reports.own + "/index.html")
}

/// Where it is not there at all: a run was killed before it, or somebody cleared up.
func restoreMonthList(_ files: [DefinitionFile], _ store: EditionStore) throws {
  guard !exists(store.reports.path + "/index.html") else { return }
  try publishMonthList(loadDefinitions(files).definitions, store)
}
