import Domain
import Host
import Ingest
import Synchronization
import Validate

/// Reads definitions and exports; nothing is written. Throws ``InputsUnreadable``, `DefinitionError`, ``MonthOutside``,
/// ``InputChanging`` and `MissingFullTimeHours`.
package func readInputs(
  _ inputs: InputsFolder, month: Month, rows: RowUse = .kept, timings: Timings
) throws -> CheckedMonth {
  let loaded = try timings.measure("définitions") { try loadDefinitions(inputs) }
  return try readInputs(inputs, loaded, month: month, rows: rows, timings: timings)
}

/// The same with definitions that were read already; `archiving` gets the rows of accepted exports.
func readInputs(
  _ inputs: InputsFolder, _ loaded: LoadedDefinitions, month: Month, rows: RowUse = .kept, archiving: Archiving? = nil,
  timings: Timings
) throws -> CheckedMonth {
  let programme = loaded.definitions.programme
  guard month >= programme.start else {
    throw MonthOutside(month: month, start: programme.start)
  }
  var listed = try timings.measure("liste") { try inputs.listed(programme, upTo: month) }
  let series = try timings.measure("lecture") {
    try openSeries(&listed, inputs, loaded.definitions, upTo: month)
  }
  let exports = try surveyExports(listed.exports, inputs, programme)
  let read = ReadRows(rows, loaded.definitions)
  var (facts, findings) = try timings.measure("lecture") {
    let (progress, count) = (timings.progress, Count())
    return try ingest(
      exports, programme: programme, reference: loaded.definitions.reference, archiving: archiving,
      taking: { _ in read.taker() }
    ) { export in
      progress.count(count.next(), of: exports.count, "fichiers")
      return try loadExport(export, inputs, programme, isOnlyLook: rows.areOnlyRead)
    }
  }
  facts.deliveries = completeDeliveries(facts.deliveries, listed, loaded.definitions, upTo: month)
  findings += listed.findings
  findings += timings.measure("contrôle") { validate(facts, staff: read.staff, under: loaded.definitions) }
  var parts: SharedParts?
  switch rows {
  case .kept: parts = nil
  case .checked: parts = SharedParts.ofNoRows(loaded.definitions, at: month)
  case .added: parts = read.parts(with: facts.meetings).map { SharedParts(made: $0.1, by: $0.0, loaded.definitions) }
  }
  return CheckedMonth(
    month: month, loaded: loaded, facts: facts, found: Findings(findings.inOrder()), exports: exports,
    series: series, parts: parts)
}

/// How many were begun, by several workers.
private final class Count: Sendable {
  private let value = Atomic(0)
  func next() -> Int { value.wrappingAdd(1, ordering: .relaxed).oldValue }
}

/// The same month with an association's exports of one kind read again, some of them changed on the way in. For what-if alone:
/// of the findings nothing is kept. The files are those of the first reading, and so must their bytes be.
func rereadInputs(
  _ checked: CheckedMonth, _ inputs: InputsFolder, kind: ExportKind, association: Association.ID,
  changing change: (inout Export) -> Void
) throws -> CheckedMonth {
  let programme = checked.definitions.programme
  // Persons are told apart over all registers: those are numbered together.
  let exports = checked.exports.filter {
    $0.month <= checked.month && $0.kind == kind
      && (kind == .beneficiaires || programme.associations[$0.association].id == association)
  }.map { export in
    var export = export
    change(&export)
    return export
  }
  let read = try ingest(exports, programme: programme, reference: checked.definitions.reference) {
    try loadExport($0, inputs, programme)
  }.facts
  return CheckedMonth(
    month: checked.month, loaded: checked.loaded, facts: checked.facts.replacing(exports, with: read, programme),
    found: [])
}

extension Facts {
  /// The rows of some exports read otherwise.
  fileprivate func replacing(_ exports: [Export], with read: Facts, _ programme: Programme) -> Facts {
    let ids = Set(exports.map { $0.id(in: programme) })
    func isOther(_ association: Int, _ kind: ExportKind, _ month: Month) -> Bool {
      !ids.contains(DeliveryID(programme.associations[association].id, kind, month))
    }
    let later = Dictionary(read.deliveries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return Facts(
      jobs: inMonthOrder(jobs.filter { isOther($0.association, .etp, $0.month) } + read.jobs) {
        ($0.month, $0.association)
      },
      registers: inMonthOrder(registers.filter { isOther($0.association, .beneficiaires, $0.month) } + read.registers) {
        ($0.month, $0.association)
      },
      meetings: inMonthOrder(meetings.filter { isOther($0.association, .reunions, $0.month) } + read.meetings) {
        ($0.month, $0.association)
      },
      deliveries: Deliveries(
        deliveries.map { delivery in
          guard let later = later[delivery.id] else { return delivery }
          var delivery = delivery
          (delivery.outcome, delivery.rowsKept, delivery.rowsRefused) = (
            later.outcome, later.rowsKept, later.rowsRefused
          )
          return delivery
        }))
  }
}
