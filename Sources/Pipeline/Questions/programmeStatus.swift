import Define
import Domain
import Host
import Ledger
import Protect

/// Where a programme stands: for a person who looks, and for a monitor that asks every day.
package struct ProgrammeStatus: Sendable {
  package struct MonthStatus: Sendable {
    package let month: Month
    package let edition: EditionRecord
    package let isClosed: Bool
    let standing: Standing
    /// Figures that are not what the inputs give now, where somebody would see a difference.
    package let moved: Int
    /// What another version of bilan made of it, where nothing else changed.
    package let remake: Remake?
    package var isUpToDate: Bool { standing != .changed }
  }
  /// Published months, in order.
  package let months: [MonthStatus]
  /// Owed files that are not accepted.
  package let late: [Late]
  /// Whole months since the programme's start that have no edition.
  package let neverPublished: [Month]
  package let lastRun: RunRecord?
  /// Seconds since the last run that ended well; nil: none.
  package let runAge: Int?
  /// Seconds since the last publication; nil: none.
  package let editionAge: Int?
  /// What a killed run left, which the next one will put right.
  package let unsettled: [String]
  /// Of editions in force, the first thing that is not as it was published: whoever opens the month's link finds something else.
  package let damaged: [String]
  /// Hidden numbers that editions of before 0.8 give away together, and that cannot be hidden again; empty where there is no such
  /// edition.
  package let givenAway: [Disclosed]
  package let retention: Retention

  /// What became of the rows that editions were made of, and what is to become of them.
  package struct Retention: Sendable {
    package let lastPurge: NotedPurge?
    /// Editions that cannot be computed again.
    package let purged: [String]
    /// Archives whose time is over under the programme's own period: nothing goes by itself.
    package let past: Int
    /// `retention_months`; nil: nobody said how long.
    package let months: Int?
  }

  package struct Late: Sendable {
    package let association: String
    package let file: String
    package let month: Month
    package let isRefused: Bool
    package let due: Day
    /// Past the due day; 0: not yet.
    package let daysLate: Int
    /// The association's newest file of this kind that came, and the day on which a publication used it first (nil: none did yet).
    package let lastReceived: (file: String, day: Day?)?
    package var isOverdue: Bool { daysLate > 0 }
  }

  /// Published months in which somebody would see a difference from what the inputs give.
  package var stale: [MonthStatus] { months.filter { !$0.isUpToDate } }
  /// Months that this version of bilan would make otherwise.
  package var remade: [MonthStatus] { months.filter { $0.remake != nil } }
}

/// Looks at the reports and holds each published month against the inputs; nothing is written. Throws what `readInputs`
/// throws, ``OtherProgramme``, ``LedgerMissing``, ``LedgerInconsistent``, `LedgerError` and `SystemError`.
package func programmeStatus(
  inputs: InputsFolder, reports: ReportsFolder, progress: Headway = .unheard
) throws -> ProgrammeStatus {
  let files = try definitionFiles(inputs)
  let loaded = try loadDefinitions(files)
  let programme = loaded.definitions.programme
  let store = try EditionStore(reading: reports)
  if let owner = try store?.programme(), owner.id != programme.id {
    throw OtherProgramme(found: owner.id, expected: programme.id)
  }
  let current = try store?.currentEditions() ?? [:]
  let checked = try readInputs(
    inputs, loaded, month: max(current.keys.max() ?? programme.start, lastWholeMonth(), programme.start),
    timings: Timings(progress))
  progress.step("comparaison")
  let published = try store?.editions().map(\.publishedAt).max()
  return ProgrammeStatus(
    months: try store.map { try monthStatuses(current, checked, $0) } ?? [],
    late: late(checked, newestPublished: current.keys.max(), try store?.ledger.receptions() ?? []),
    neverPublished: neverPublished(current, since: programme.start), lastRun: try store?.ledger.lastRun(),
    runAge: age(try store?.ledger.lastGoodRun()?.at), editionAge: age(published),
    unsettled: try store?.unsettled() ?? [], damaged: try store.map { try damages(current, $0) } ?? [],
    givenAway: try store.map { try givenAway(by: $0, loaded) } ?? [],
    retention: try retention(store, programme.rules.retentionMonths))
}

private func retention(_ store: EditionStore?, _ months: Int?) throws -> ProgrammeStatus.Retention {
  guard let store else { return ProgrammeStatus.Retention(lastPurge: nil, purged: [], past: 0, months: months) }
  let gone = try store.purgedRows()
  let past = try months.map { months in
    let purge = try store.purge(
      under: RetentionPeriods(asked: months, programme: months, today: todayInParis()), store.ledger.archiveUses())
    return purge.entries.count + purge.leftovers.count
  }
  return ProgrammeStatus.Retention(
    lastPurge: try store.notedPurges().last, purged: try store.editions().map(\.name).filter { gone[$0] != nil },
    past: past ?? 0, months: months)
}

/// What was published without the attack of today, attacked: nothing was known before.
private func givenAway(by store: EditionStore, _ loaded: LoadedDefinitions) throws -> [Disclosed] {
  guard try store.editions().contains(where: { isUnattacked($0.bilanVersion) }) else { return [] }
  let known = (files: loaded.files.map { "\($0.file) \($0.sha256)" }, definitions: loaded.definitions)
  let published = try store.publications(
    loaded.definitions.catalogue, start: loaded.definitions.programme.start, known: known)
  return attack([], upcoming: published, under: loaded.definitions)
}

/// A version of before 0.9: none attacked before 0.8, and 0.8 did not hold full-time equivalents against employees.
private func isUnattacked(_ version: String) -> Bool {
  let numbers = version.split(separator: ".").compactMap { Int($0) }
  return numbers.count > 1 && (numbers[0], numbers[1]) < (0, 9)
}

private func damages(_ current: [Month: EditionRecord], _ store: EditionStore) throws -> [String] {
  try current.sorted { $0.key < $1.key }.compactMap { _, edition in
    let folder = store.reports.folder(edition.name)
    guard try isPresent(folder) else { return "\(folder) : dossier de l'édition en cours absent" }
    var check = EditionCheck(edition, store)
    try check.manifestAndFiles()
    return check.discrepancies.first
  }
}

private func age(_ timestamp: String?) -> Int? {
  timestamp.flatMap(seconds(ofTimestamp:)).map { Clock.now - $0 }
}

private func monthStatuses(
  _ current: [Month: EditionRecord], _ checked: CheckedMonth, _ store: EditionStore
) throws -> [ProgrammeStatus.MonthStatus] {
  let editions = current.sorted { $0.key < $1.key }
  return try concurrentMap(editions.count) { index in
    let (month, edition) = editions[index]
    let checked = checked.limited(to: month)
    let standing = try standing(of: checked, to: edition, store)
    return ProgrammeStatus.MonthStatus(
      month: month, edition: edition, isClosed: try store.closing(of: month) != nil, standing: standing,
      moved: standing == .changed ? try movedFigures(edition, checked, store) : 0,
      remake: standing == .changed ? nil : try remake(of: edition, from: checked, store))
  }
}

/// Whole months since the programme's start.
private func neverPublished(_ current: [Month: EditionRecord], since start: Month) -> [Month] {
  let last = lastWholeMonth()
  guard start <= last else { return [] }
  return (start...last).filter { current[$0] == nil }
}

/// Of months that are published, or of which a file came: nobody waits for what nobody has begun.
private func late(
  _ checked: CheckedMonth, newestPublished: Month?, _ receptions: [ReceptionRecord]
) -> [ProgrammeStatus.Late] {
  let programme = checked.definitions.programme
  // Of what cannot be looked into nobody knows whether anything came.
  let unread = Set(checked.findings.filter { $0.code == FindingCode.unreadable.rawValue }.map(\.file))
  let received = checked.facts.deliveries.filter { $0.outcome != .absent && !unread.contains($0.name) }
  let newest = Dictionary(received.map { ([$0.association, $0.kind.id], $0) }, uniquingKeysWith: { $1 })
  let receptions = Dictionary(grouping: receptions, by: \.sha256)
  guard let last = [newestPublished, received.map(\.month).max()].compactMap({ $0 }).max() else { return [] }
  let today = todayInParis()
  return checked.facts.deliveries.lacking.filter { $0.month <= last }.map { delivery in
    let due = dueDay(of: delivery.month, programme.rules)
    let newest = newest[[delivery.association, delivery.kind.id]]
    return ProgrammeStatus.Late(
      association: delivery.association, file: delivery.name, month: delivery.month,
      isRefused: delivery.outcome == .refused, due: due, daysLate: max(0, Int(today.number - due.number)),
      lastReceived: newest.map { ($0.name, dayOfReception(of: $0, receptions[$0.sha256] ?? [])) })
  }
}

private func dayOfReception(of delivery: Delivery, _ receptions: [ReceptionRecord]) -> Day? {
  let record = receptions.first {
    $0.association == delivery.association && $0.kind == delivery.kind.id
      && $0.month == delivery.month.description
  }
  return record.flatMap { seconds(ofTimestamp: $0.receivedAt) }.map { todayInParis($0) }
}

extension EditionStore {
  /// What a killed run left, which the next one puts right.
  func unsettled() throws -> [String] {
    let known = Set(try editions().map(\.name))
    let partial =
      try isPresent(reports.editions)
      ? listFolder(reports.editions).map(\.name).filter { $0.hasPrefix(".") && $0.hasSuffix(".partial") } : []
    let links = try currentEditions().filter { month, edition in
      linkTarget(reports.link(month)) != "editions/\(edition.name)"
    }
    return partial.map { "\($0) : exécution en cours, ou interrompue" }
      + (try reports.editionFolders().filter { !known.contains($0) }.map { "\($0) : édition jamais validée" })
      + links.keys.sorted().map { "\($0) : le lien ne montre pas la dernière édition" }
  }
}
