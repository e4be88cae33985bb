import Compute
import Domain
import Ledger
import Host

/// The table of figures, and the edition it was published with (nil: computed now).
package struct FiguresSource: Sendable {
  package let table: [UInt8]
  package let edition: String?
  /// The edition that superseded it.
  package let successor: String?
}

/// The figures of months, oldest first: of the current editions, or computed from the inputs where there is none (or where
/// it is asked). Each export is read once, however many months there are. Throws what `readInputs` throws,
/// ``LedgerMissing``, ``LedgerInconsistent``, ``ArchiveDamaged`` and `LedgerError`.
package func figures(
  _ months: ClosedRange<Month>, compute isComputed: Bool, inputs: () throws -> InputsFolder, reports: ReportsFolder,
  progress: Headway = .unheard
) throws -> [FiguresSource] {
  var published: [Month: FiguresSource] = [:]
  if !isComputed, let store = try EditionStore(reading: reports) {
    for (month, edition) in try store.currentEditions() where months.contains(month) {
      published[month] = try figures(of: edition, store)
    }
  }
  guard let last = months.last(where: { published[$0] == nil }) else { return months.compactMap { published[$0] } }
  let (folder, timings) = (try inputs(), Timings(progress))
  let loaded = try timings.measure("définitions") { try loadDefinitions(folder) }
  let first = max(months.lowerBound, loaded.definitions.programme.start)
  let checked = try readInputs(
    folder, loaded, month: last, rows: .added(over: min(first, last)...last), timings: timings)
  let series = Array(first...max(first, months.upperBound))
  let known = published
  progress.step("calcul")
  return try concurrentMap(series.count) { index in
    try known[series[index]]
      ?? FiguresSource(
        table: figuresTable(
          checked.parts.figures(of: series[index], checked.facts), checked.definitions.catalogue),
        edition: nil, successor: nil)
  }
}

/// The figures of one edition, which must be of the month. Throws ``NoSuchEdition``, ``LedgerMissing``,
/// ``LedgerInconsistent``, ``ArchiveDamaged`` and `LedgerError`.
package func figures(_ month: Month, edition name: String, reports: ReportsFolder) throws -> FiguresSource {
  guard let (store, edition) = try editionAsked(month, name, reports) else {
    throw NoSuchEdition(edition: name, known: [])
  }
  return try figures(of: edition, store)
}

private func figures(of edition: EditionRecord, _ store: EditionStore) throws -> FiguresSource {
  let table = figuresTable(try store.figures(of: edition), try store.definitions(of: edition).definitions.catalogue)
  guard sha256(table) == edition.figures else { throw store.inconsistent(edition, "tableau des chiffres") }
  return FiguresSource(table: table, edition: edition.name, successor: try store.successor(of: edition)?.name)
}

/// By its name, `2022-05.1`, or by its number in the month.
func edition(_ name: String, among editions: [EditionRecord]) throws -> EditionRecord {
  guard let edition = editions.first(where: { $0.name == name || String($0.number) == name }) else {
    throw NoSuchEdition(edition: name, known: editions.map(\.name))
  }
  return edition
}

/// The edition that is meant: by its name, which must exist; else the month's current one. nil: the month has none.
func editionAsked(
  _ month: Month, _ name: String?, _ reports: ReportsFolder
) throws -> (EditionStore, EditionRecord)? {
  guard let store = try EditionStore(reading: reports) else {
    if let name { throw NoSuchEdition(edition: name, known: []) }
    return nil
  }
  let editions = try store.editions(of: month)
  guard let name else { return editions.last.map { (store, $0) } }
  return (store, try edition(name, among: editions))
}
