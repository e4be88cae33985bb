import Compute
import Define
import Domain
import Host
import Ledger
import Report

/// How the inputs of a month stand to its current edition.
enum Standing: Hashable, Sendable {
  /// It was made from them, or confirmed by them before.
  case same
  /// Other bytes, in which nobody would see a difference: a file saved again, rows in another order, a comment in a definition, an
  /// association that is to come.
  case confirming
  /// Somebody would see a difference.
  case changed
}

/// Throws what reading an edition throws, `LedgerError` and ``LedgerInconsistent``; an archive that is damaged is no reason to say
/// that nothing changed.
func standing(of checked: CheckedMonth, to edition: EditionRecord, _ store: EditionStore) throws -> Standing {
  if try store.knows(fingerprint(checked), as: edition) { return .same }
  do { return try isSameToReaders(checked, edition, store) ? .confirming : .changed } catch is ArchiveDamaged {
    return .changed
  } catch let error where error.isOfDefinitions {
    // Definitions that this program can no longer read.
    return .changed
  }
}

/// The cheap questions first: a correction is nearly always seen before anything is laid out.
private func isSameToReaders(
  _ checked: CheckedMonth, _ edition: EditionRecord, _ store: EditionStore
) throws -> Bool {
  let inputs = try store.inputs(of: edition)
  guard outcomes(inputs.map(\.delivery)) == outcomes(checked.facts.deliveries.elements) else { return false }
  let isSameProgram = edition.bilanVersion == bilanVersion
  let published = try store.findings(of: edition)
  guard
    meanings(of: published.all, wordByWord: isSameProgram) == meanings(of: checked.findings, wordByWord: isSameProgram)
  else { return false }
  // Rows that were corrected may move a figure that no report shows: an analyst reads it.
  if hashes(inputs.map(\.delivery)) != hashes(checked.facts.deliveries.elements) {
    guard try figures(of: inputs, as: checked, store).all == computeAll(checked).all else { return false }
  }
  let before = try readEdition(edition, store).completed(from: store.reports.manifest(edition.name))
  let laidOut = try PresentState(edition, before, store)
  let contents = try concurrentMap(2) { try laidOut.content(of: $0 == 0 ? before : checked) }
  return contents[0] == contents[1]
}

/// What the rows of an edition give under today's definitions: what differs from them now, rows have moved.
private func figures(of inputs: [EditionInput], as checked: CheckedMonth, _ store: EditionStore) throws -> Figures {
  var facts = try archivedFacts(inputs, checked.definitions, text: store.archive.text)
  facts.deliveries = checked.facts.deliveries
  return try computeAll(CheckedMonth(month: checked.month, loaded: checked.loaded, facts: facts, found: []))
}

/// What both sides of the question have in common: the name, what was hidden, what the faults cost.
private struct PresentState: Sendable {
  let edition: Edition
  let findings: Findings
  let costs: [Association.ID: [RefusalCost]]
  let marks: MarksByMonth
  let publishedOtherwise: CellsByMonth

  init(_ record: EditionRecord, _ before: CheckedMonth, _ store: EditionStore) throws {
    let manifest = try store.reports.manifest(record.name)
    var marks = manifest.keptMarks
    marks[before.month] = try store.marks(in: record)
    self.marks = marks
    publishedOtherwise = CellsByMonth(lines: manifest.publishedOtherwise)
    edition = Edition(month: before.month, number: record.number)
    findings = before.found
    costs = try store.costs(of: record, before.definitions.programme)
  }

  /// What readers would get, but for what is said of the edition before.
  func content(of checked: CheckedMonth) throws -> ReportContent {
    // Lines of the same findings may be others: what was said to the association stays true of the file it was said of.
    let checked = CheckedMonth(
      month: checked.month, loaded: checked.loaded, facts: checked.facts, found: findings, parts: checked.parts)
    let figures = try computeAll(checked)
    return try report(
      EditionSource(
        checked: checked, figures: figures, edition: edition,
        release: release(checked, figures, try computeHistory(checked), [], marks: marks), costs: costs,
        predecessor: nil, publishedOtherwise: publishedOtherwise
      ).reportedMonth)
  }
}

private struct OutcomeOfFile: Hashable {
  let outcome: Delivery.Outcome
  let rowsKept: Int
  let rowsRefused: Int
}

private func outcomes(_ deliveries: some Collection<Delivery>) -> [DeliveryID: OutcomeOfFile] {
  Dictionary(
    deliveries.map {
      ($0.id, OutcomeOfFile(outcome: $0.outcome, rowsKept: $0.rowsKept, rowsRefused: $0.rowsRefused))
    }, uniquingKeysWith: { first, _ in first })
}

private func hashes(_ deliveries: some Collection<Delivery>) -> [DeliveryID: String] {
  Dictionary(deliveries.map { ($0.id, $0.sha256) }, uniquingKeysWith: { first, _ in first })
}

/// A finding, wherever in its file it stands.
private struct FindingMeaning: Hashable {
  let code: String
  let severity: Finding.Severity
  let association: Association.ID?
  let kind: ExportKind?
  let month: Month?
  let rule: String
}

/// How often each stands there. Notes ask for nothing (an unknown column, a title line), and what lies about in a folder is of no
/// month. Another version of bilan may word them otherwise.
private func meanings(of findings: [Finding], wordByWord: Bool) -> [FindingMeaning: Int] {
  let counted = findings.filter {
    $0.severity != .note && $0.month != nil && $0.code != FindingCode.notMember.rawValue
  }
  return counted.reduce(into: [:]) { counts, finding in
    let meaning = FindingMeaning(
      code: finding.code, severity: finding.severity, association: finding.association, kind: finding.kind,
      month: finding.month, rule: wordByWord ? finding.rule : "")
    counts[meaning, default: 0] += 1
  }
}
