import Domain
import Host
import Ledger
import Report

/// reports/index.html, where it is not as it should be: it follows the ledger, so that a run that was killed before it leaves
/// nothing that the next does not put right. Throws `SystemError` and `LedgerError`.
func publishMonthList(_ loaded: LoadedDefinitions, _ store: EditionStore) throws {
  let definitions = loaded.definitions
  let months = try store.currentEditions().sorted { $0.key < $1.key }.map { month, edition in
    PublishedMonth(
      edition: Edition(month: month, number: edition.number, reason: edition.reason),
      funders: try store.funders(of: edition), aggregators: try store.aggregators(of: edition),
      sendings: try sendings(of: month, edition, store))
  }
  let bytes = Array(monthsPage(months, of: definitions.programme, definitions.funders).utf8)
  let path = store.reports.monthList
  if (try? readFile(path)) != bytes {
    try replaceFile(path, bytes, temporary: store.reports.own + "/index.html")
  }
  let mark = "\(try monthListMark(loaded.files, store)) \(sha256(bytes))\n"
  try replaceFile(store.reports.monthListMark, Array(mark.utf8), temporary: store.reports.own + "/index.mark.part")
}

/// What the list of months is a function of, as one hash: cheaper than making the list to see whether it is as it should be.
private func monthListMark(_ files: [DefinitionFile], _ store: EditionStore) throws -> String {
  let editions = try store.currentEditions().values.map { "edition \($0.name) \($0.manifest)" }
  let sendings = try store.sendings(of: nil).map { "sending \($0.edition) \($0.funder) \($0.sentOn)" }
  let definitions = files.map { "definition \($0.file) \($0.sha256)" }
  return sha256(([bilanVersion] + editions.sorted() + sendings + definitions.sorted()).joined(separator: "\n").utf8)
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

/// Where it is not what the ledger says, or not there at all: a run was killed before it, or somebody touched it.
func restoreMonthList(_ files: [DefinitionFile], _ store: EditionStore) throws {
  if let there = try? readFile(store.reports.monthList), let mark = try? readFile(store.reports.monthListMark) {
    let expected = "\(try monthListMark(files, store)) \(sha256(there))\n"
    if mark.elementsEqual(expected.utf8) { return }
  }
  // An edition's own definitions may be older than what this bilan asks of new ones.
  try publishMonthList(loadDefinitions(files, arePublished: true), store)
}
