import Domain
import Host
import Ledger
import Report

/// reports/index.html, where it is not as it should be: it follows the ledger, so that a run that was killed before it leaves
/// nothing that the next does not put right. Throws `SystemError` and `LedgerError`.
func publishMonthList(_ definitions: Definitions, _ store: EditionStore) throws {
  let months = try store.currentEditions().sorted { $0.key < $1.key }.map { month, edition in
    PublishedMonth(
      edition: Edition(month: month, number: edition.number, reason: edition.reason),
      funders: try store.funders(of: edition), sendings: try sendings(of: month, edition, store))
  }
  let bytes = Array(monthsPage(months, of: definitions.programme, definitions.funders).utf8)
  let path = store.reports.path + "/index.html"
  if let there = try? readFile(path), there == bytes { return }
  try replaceFile(path, bytes, temporary: store.reports.own + "/index.html")
}

/// What was sent of a month, and whether it says something else by now.
private func sendings(
  of month: Month, _ current: EditionRecord, _ store: EditionStore
) throws -> [String: PublishedMonth.Sending] {
  try store.lastSendings(of: month).mapValues { sending in
    let isOutdated =
      try sending.edition != current.name
      && store.isOutdated(
        sending, by: store.figures(of: current), of: store.inputs(of: current),
        store.definitions(of: current).definitions)
    return PublishedMonth.Sending(edition: sending.edition, day: sending.day, isOutdated: isOutdated)
  }
}

/// Where it is not there at all: a run was killed before it, or somebody cleared up.
func restoreMonthList(_ files: [DefinitionFile], _ store: EditionStore) throws {
  guard !exists(store.reports.path + "/index.html") else { return }
  try publishMonthList(loadDefinitions(files).definitions, store)
}
