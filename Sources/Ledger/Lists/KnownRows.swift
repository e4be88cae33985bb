import Synchronization

/// What was read of a ledger once and never changes: rows that editions wrote. A run of many months, and who verifies all, ask for
/// them with each edition.
final class KnownRows: Sendable {
  /// A reading's key in its table.
  struct Reading: Hashable {
    let sha256, association, kind, form: String
  }
  private struct State {
    var inputs: [Int64: OwnRows<InputRecord>] = [:]
    var findings: [Int64: OwnRows<FindingRecord>] = [:]
    /// nil: not asked for yet.
    var readings: Set<Reading>?
  }
  private let state = Mutex(State())

  func inputs(of edition: Int64) -> OwnRows<InputRecord>? { state.withLock { $0.inputs[edition] } }
  func keep(_ rows: OwnRows<InputRecord>, of edition: Int64) { state.withLock { $0.inputs[edition] = rows } }

  func findings(of edition: Int64) -> OwnRows<FindingRecord>? { state.withLock { $0.findings[edition] } }
  func keep(_ rows: OwnRows<FindingRecord>, of edition: Int64) { state.withLock { $0.findings[edition] = rows } }

  var readings: Set<Reading>? { state.withLock { $0.readings } }
  /// All that are committed.
  func keep(_ readings: Set<Reading>) { state.withLock { $0.readings = readings } }
  /// Committed since.
  func add(_ records: [ArchivedExportRecord]) { state.withLock { $0.readings?.formUnion(records.map(\.key)) } }
}

extension ArchivedExportRecord {
  /// Of its row in the table of readings.
  var key: KnownRows.Reading {
    KnownRows.Reading(sha256: sha256, association: association, kind: kind, form: definitionsHash)
  }
}
