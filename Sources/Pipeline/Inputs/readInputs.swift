import Domain
import Ingest
import Validate

/// Reads definitions and exports; nothing is written. Throws ``InputsUnreadable``, `DefinitionError`, ``MonthOutside``,
/// ``InputChanging`` and `MissingFullTimeHours`.
package func readInputs(_ inputs: InputsFolder, month: Month, timings: Timings) throws -> CheckedMonth {
  let loaded = try timings.measure("définitions") { try loadDefinitions(inputs) }
  return try readInputs(inputs, loaded, month: month, timings: timings)
}

/// The same with definitions that were read already; `archiving` gets the rows of accepted exports.
func readInputs(
  _ inputs: InputsFolder, _ loaded: LoadedDefinitions, month: Month, archiving: Archiving? = nil, timings: Timings
) throws -> CheckedMonth {
  let programme = loaded.definitions.programme
  guard month >= programme.start else {
    throw MonthOutside(month: month, start: programme.start)
  }
  let listed = try timings.measure("liste") { try listExports(inputs, programme, upTo: month) }
  var (facts, findings) = try timings.measure("lecture") {
    try ingest(
      listed.exports, programme: programme, reference: loaded.definitions.reference, archiving: archiving
    ) { try loadExport($0, inputs, programme) }
  }
  facts.deliveries = completeDeliveries(facts.deliveries, listed, loaded.definitions, upTo: month)
  findings += listed.findings
  findings += timings.measure("contrôle") { validate(facts, under: loaded.definitions) }
  return CheckedMonth(
    month: month, loaded: loaded, facts: facts, findings: findings.sorted(by: Finding.precedes))
}

/// The exports (or one of them) read again with some of them changed on the way in; the definitions and the list stay. For what-if alone.
func rereadInputs(
  _ checked: CheckedMonth, _ inputs: InputsFolder, only file: String? = nil,
  changing change: @escaping (Export, LoadedExport) -> LoadedExport
) throws -> CheckedMonth {
  let definitions = checked.definitions
  let listed = try listExports(inputs, definitions.programme, upTo: checked.month)
  let changed = UncheckedChange(change: change)
  let exports = listed.exports.filter { file == nil || $0.file == file }
  var (facts, findings) = try ingest(
    exports, programme: definitions.programme, reference: definitions.reference
  ) { changed.change($0, try loadExport($0, inputs, definitions.programme)) }
  facts.deliveries = completeDeliveries(facts.deliveries, listed, definitions, upTo: checked.month)
  findings += listed.findings
  return CheckedMonth(
    month: checked.month, loaded: checked.loaded, facts: facts, findings: findings)
}

/// Called from several threads: what it changes is one file's, and one worker's.
private struct UncheckedChange: @unchecked Sendable {
  let change: (Export, LoadedExport) -> LoadedExport
}
