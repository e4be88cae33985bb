import Domain
import Ledger
import Synchronization

/// What the ledger and the manifest say of the files and findings of one run's editions, each of which has those of the one before.
final class SeriesRecords: Sendable {
  private struct State {
    var findings = SeriesValues<Finding, FindingRecord>()
    var inputs = SeriesValues<EditionInput, InputRecord>()
    var lines: (inputs: ArraySlice<EditionInput>, lines: ExportLines) = ([], ExportLines([]))
  }
  private let state = Mutex(State())

  /// In the ledger's order.
  func records(of findings: Findings) -> ArraySlice<FindingRecord> {
    state.withLock { $0.findings.values(of: findings.byMonth, \.record) }
  }

  func records(of inputs: ArraySlice<EditionInput>) -> ArraySlice<InputRecord> {
    state.withLock { $0.inputs.values(of: inputs, \.record) }
  }

  func lines(of inputs: ArraySlice<EditionInput>) -> ExportLines {
    state.withLock { state in
      if !inputs.begins(state.lines.inputs) { state.lines = (inputs, ExportLines(inputs.map(\.manifestInput))) }
      return state.lines.lines.prefix(inputs.count)
    }
  }
}
