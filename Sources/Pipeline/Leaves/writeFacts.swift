import Domain
import Host
import Ledger
import Query

/// What was written, and what of.
package struct WrittenFacts: Sendable {
  package let edition: String?
  /// The edition that superseded it.
  package let successor: String?
  /// By table, in their order: its rows.
  package let rows: [(table: FactTable, count: Int)]
}

/// The accepted rows up to a month as tables of whole numbers, into a folder of the caller's, in place of those of the same name: of an
/// edition, or where there is none (or `isComputed`) of the inputs. Throws what ``figuresSource`` throws, and `SystemError`.
package func writeFacts(
  _ month: Month, edition name: String?, compute isComputed: Bool, inputs: () throws -> InputsFolder,
  reports: ReportsFolder, into folder: String, progress: Headway = .unheard
) throws -> WrittenFacts {
  let published = isComputed ? nil : try editionAsked(month, name, reports)
  let checked: CheckedMonth
  if let (store, edition) = published {
    checked = try readEdition(edition, store)
  } else {
    checked = try readInputs(inputs(), month: month, timings: Timings(progress))
  }
  let (programme, reference) = (checked.definitions.programme, checked.definitions.reference)
  let numbers = FactsNumbers(programme, reference)
  let facts = ProgrammeFacts(
    checked.facts, of: programme, with: reference, upTo: month, number: numbers.programme, numbering: numbers.numbering)
  let texts = FactTable.allCases.map { ($0, facts.text($0)) }
  let edition = published?.1.name
  let package = try FactsPackage(programme, numbers, month, edition: edition, texts).text()

  // Rows of persons: nobody else's to read. The description goes first and comes last: beside it every table is whole.
  try makeFolder(folder, mode: 0o700, isOwn: false)
  try removeTree(folder + "/datapackage.json")
  for (table, bytes) in texts { try replace(folder, table.rawValue + ".csv", bytes) }
  try replace(folder, "datapackage.json", package)
  return WrittenFacts(
    edition: edition, successor: try published.flatMap { try $0.0.successor(of: $0.1)?.name },
    rows: texts.map { ($0, max(0, $1.count { $0 == UInt8(ascii: "\n") } - 1)) })
}

private func replace(_ folder: String, _ name: String, _ bytes: [UInt8]) throws {
  let temporary = "\(folder)/.\(name).nouveau"
  do { try replaceFile("\(folder)/\(name)", bytes, temporary: temporary) } catch {
    try? removeTree(temporary)
    throw error
  }
}
