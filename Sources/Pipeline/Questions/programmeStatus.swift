import Domain
import Ledger
import Host

/// Where a programme stands: for a person who looks, and for a monitor that asks every day.
package struct ProgrammeStatus: Sendable {
  package struct MonthStatus: Sendable {
    package let month: Month
    package let edition: EditionRecord
    package let isClosed: Bool
    /// Figures that are not what the inputs give now; nil: the same inputs. 0: other inputs, the same figures.
    package let moved: Int?
  }
  /// Published months, in order.
  package let months: [MonthStatus]
  /// Owed files that are not accepted.
  package let late: [Late]
  package let lastRun: RunRecord?
  /// Seconds since the last publication; nil: none.
  package let age: Int?
  /// What a killed run left, which the next one will put right.
  package let unsettled: [String]

  package struct Late: Hashable, Sendable {
    package let association: String
    package let file: String
    package let month: Month
    package let isRefused: Bool
    /// Past the due day.
    package let isOverdue: Bool
  }

  /// Published months that are not what the inputs give.
  package var stale: [MonthStatus] { months.filter { ($0.moved ?? 0) > 0 } }
}

/// Looks at the reports and holds each published month against the inputs; nothing is written. Throws what `readInputs`
/// throws, ``OtherProgramme``, ``LedgerMissing``, ``LedgerInconsistent``, `LedgerError` and `SystemError`.
package func programmeStatus(inputs: InputsFolder, reports: ReportsFolder) throws -> ProgrammeStatus {
  let files = try definitionFiles(inputs)
  let loaded = try loadDefinitions(files)
  let programme = loaded.definitions.programme
  let store = try EditionStore(reading: reports)
  if let owner = try store?.ledger.programme(), owner.id != programme.id {
    throw OtherProgramme(found: owner.id, expected: programme.id)
  }
  let current = try store?.currentEditions() ?? [:]
  let checked = try readInputs(
    inputs, loaded, month: max(current.keys.max() ?? programme.start, lastWholeMonth(), programme.start),
    timings: Timings())
  let months = try current.sorted { $0.key < $1.key }.map { month, edition in
    ProgrammeStatus.MonthStatus(
      month: month, edition: edition, isClosed: try store?.closing(of: month) != nil,
      moved: try moved(edition, checked.limited(to: month), store))
  }
  let lastRun = try store?.ledger.lastRun()
  let published = try store?.editions().map(\.publishedAt).max().flatMap(seconds(ofTimestamp:))
  return ProgrammeStatus(
    months: months, late: late(checked, newestPublished: current.keys.max()), lastRun: lastRun,
    age: published.map { Clock.now - $0 },
    unsettled: try store?.unsettled() ?? [])
}

private func moved(_ edition: EditionRecord, _ checked: CheckedMonth, _ store: EditionStore?) throws -> Int? {
  guard let store, edition.fingerprint != fingerprint(checked) else { return nil }
  let catalogue = checked.definitions.catalogue
  return Set(figureRows(computeAll(checked), catalogue)).symmetricDifference(
    figureRows(try store.figures(of: edition), catalogue)
  ).reduce(into: Set<[String]>()) { $0.insert(Array($1[..<9])) }.count
}

/// Of months that are published, or of which a file came: nobody waits for what nobody has begun.
private func late(_ checked: CheckedMonth, newestPublished: Month?) -> [ProgrammeStatus.Late] {
  let programme = checked.definitions.programme
  let newestDelivered = checked.facts.deliveries.filter { $0.outcome != .absent }.map(\.month).max()
  guard let last = [newestPublished, newestDelivered].compactMap({ $0 }).max() else { return [] }
  return checked.facts.deliveries.filter {
    $0.isLacking && $0.month <= last
  }.map { delivery in
    ProgrammeStatus.Late(
      association: delivery.association, file: delivery.name,
      month: delivery.month, isRefused: delivery.outcome == .refused,
      isOverdue: todayInParis() > dueDay(of: delivery.month, programme.rules))
  }
}

extension EditionStore {
  /// What a killed run left, which the next one puts right.
  func unsettled() throws -> [String] {
    let known = Set(try editions().map(\.name))
    let partial =
      try exists(reports.editions)
      ? listFolder(reports.editions).map(\.name).filter { $0.hasPrefix(".") && $0.hasSuffix(".partial") } : []
    let links = try currentEditions().filter { month, edition in
      linkTarget(reports.link(month)) != "editions/\(edition.name)"
    }
    return partial.map { "\($0) : exécution en cours, ou interrompue" }
      + (try reports.editionFolders().filter { !known.contains($0) }.map { "\($0) : édition jamais validée" })
      + links.keys.sorted().map { "\($0) : le lien ne montre pas la dernière édition" }
  }
}
