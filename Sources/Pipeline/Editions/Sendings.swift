import Define
import Domain
import Host
import Ledger

/// What was sent to a funder of a month, last.
package struct Sending: Hashable, Sendable {
  package let funder: String
  /// `2022-05.1`
  package let edition: String
  package let day: Day
}

/// What came of noting one.
package struct SendingOutcome: Sendable {
  package let sending: Sending
  /// The edition in force, where another one was sent.
  package let current: String
  /// False: it was noted already, and nothing was written.
  package let isNew: Bool
}

/// Notes that the report of a month was sent to a funder: of the edition in force, or the one named. From then on `history`, `diff
/// --since-sent` and the list of months know of it. Throws ``MissingEdition``, ``NoSuchEdition``, ``NoSuchName``, and what
/// opening the reports for writing throws.
package func noteSending(
  _ month: Month, to funder: String, edition name: String?, on day: Day, reports: ReportsFolder
) throws -> SendingOutcome {
  guard try isPresent(reports.ledger) || isPresent(reports.editions) else { throw nothingPublished(month) }
  return try reports.tellingDenials { try note(month, funder, name, day, reports) }
}

private func nothingPublished(_ month: Month) -> MissingEdition {
  MissingEdition(message: "\(month.french) : aucune édition publiée.")
}

private func note(
  _ month: Month, _ funder: String, _ name: String?, _ day: Day, _ reports: ReportsFolder
) throws -> SendingOutcome {
  let lock = try reports.openForWriting()
  defer { withExtendedLifetime(lock) {} }
  let store = try EditionStore(writing: reports)
  guard let current = try store.current(month) else { throw nothingPublished(month) }
  let sent = try name.map { try edition($0, among: store.editions(of: month)) } ?? current
  let known = try store.funders(of: sent)
  guard let id = known.first(where: { normalForm($0) == normalForm(funder) }) else {
    throw NoSuchName.funder(funder, known: known)
  }
  let sending = Sending(funder: id, edition: sent.name, day: day)
  let isNew = try store.lastSendings(of: month)[id] != sending
  if isNew {
    var record = SendingRecord(
      month: sent.month, number: sent.number, funder: id, sentOn: day.description, at: timestamp(Clock.now))
    record.seal = sha256(record.text.utf8)
    try store.ledger.send(record, of: sent)
  }
  // Noted before, too: it may be that somebody pulled the plug before the list was made.
  try restoreMonthList(store.definitions(of: current).files, store)
  return SendingOutcome(sending: sending, current: current.name, isNew: isNew)
}

extension EditionStore {
  /// By funder, what was noted last of a month.
  func lastSendings(of month: Month) throws -> [String: Sending] {
    try sendings(of: month).reduce(into: [:]) { sendings, record in
      if let sending = Sending(record) { sendings[record.funder] = sending }
    }
  }

  /// What was noted as sent of a month, or of all, as it was noted.
  func sendings(of month: Month?) throws -> [SendingRecord] {
    let records = try ledger.sendings(of: month?.description)
    for record in records { try requireSealed(record.text, record.seal, "un envoi de l'édition \(record.edition)") }
    return records
  }

  /// Ids of the funders that have a report in an edition, or an aggregator's table: each has a CSV.
  func funders(of edition: EditionRecord) throws -> [String] { try funders(of: edition, with: "csv") }

  /// Ids of those whose table stands alone, without a page.
  func aggregators(of edition: EditionRecord) throws -> Set<String> {
    Set(try funders(of: edition)).subtracting(try funders(of: edition, with: "html"))
  }

  private func funders(of edition: EditionRecord, with ending: String) throws -> [String] {
    let suffix = "-\(edition.month).\(ending)"
    // The list of months asks it of every edition: what was noted of its manifest will do.
    let files = try edition.note?.reports ?? self.files(of: edition)
    return files.filter { $0.hasPrefix("financeurs/") && $0.hasSuffix(suffix) }.map {
      String($0.dropFirst("financeurs/".count).dropLast(suffix.count))
    }
  }

  /// Whether a funder would read something else than he was sent in `figures` under `definitions`. Where that can no longer be
  /// known (an archive that is damaged, which `verify` names) nothing is said.
  func isOutdated(
    _ sending: Sending, by figures: Figures, of inputs: some Sequence<EditionInput>, _ definitions: Definitions
  ) throws -> Bool {
    guard let funder = definitions.funders.first(where: { $0.id == sending.funder }),
      let edition = try edition(sending.edition)
    else { return false }
    let before = try self.figures(of: edition)
    let shown = Set(before.all.map(\.key) + figures.all.map(\.key)).filter(funder.shows)
    if shown.contains(where: { !isSame(before[$0], figures[$0]) }) { return true }
    // Key figures have a past: movements and évolution are made of it.
    let kinds = funder.keyFigures.compactMap { definitions.catalogue[$0.indicator] }
      .reduce(into: Set<ExportKind>()) { $0.formUnion(definitions.catalogue.kinds(of: $1.term)) }
    func past(_ inputs: some Sequence<EditionInput>) -> [DeliveryID: ArchiveEntry] {
      inputs.filter { $0.id.month < figures.month && kinds.contains($0.id.kind) }.byID.compactMapValues(\.archive)
    }
    if try past(self.inputs(of: edition)) != past(inputs) { return true }
    let old: Definitions
    do { old = try self.definitions(of: edition).definitions } catch is ArchiveDamaged {
      return false
    } catch let error where error.isOfDefinitions { return false }
    let told = old.funders.first { $0.id == funder.id }
    guard told?.sections == funder.sections, told?.isAggregator == funder.isAggregator else { return true }
    // Bases and targets stand in reports alone.
    return !funder.isAggregator
      && shown.contains { key in
        !benchmarkChanges(of: key, from: old, to: definitions, in: figures.month).isEmpty
          || objectiveChange(of: key, for: funder.id, from: old, to: definitions, in: figures.month) != nil
      }
  }
}

extension Sending {
  /// nil: not what the ledger writes.
  package init?(_ record: SendingRecord) {
    let parts = record.sentOn.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, let day = Day(checking: parts[0], month: parts[1], day: parts[2]) else { return nil }
    self.init(funder: record.funder, edition: record.edition, day: day)
  }
}
