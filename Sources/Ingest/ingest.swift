import CSV
import Domain

/// The bytes of an export, or why it is not to be read.
package enum LoadedExport {
  /// `sha256` in lower-case hexadecimal; empty where nobody asks for it. Freed after reading.
  case bytes(UnsafeMutableBufferPointer<UInt8>, sha256: String)
  case refused(Finding)
}

/// Reads every export into typed rows: associations side by side, the files of one in order. `load` is called from
/// several threads. Throws what `load` throws, and ``MissingFullTimeHours``.
///
/// Deliveries are one for each export given; what is owed and did not come is for the caller to add. `archiving`: who wants
/// the accepted rows written down. `taking`: who takes an association's `etp` rows, by its place in the programme.
package func ingest(
  _ exports: [Export], programme: Programme, reference: Reference, archiving: Archiving? = nil,
  taking taker: (@Sendable (_ association: Int) -> any JobsTaker)? = nil,
  loading load: @escaping @Sendable (Export) throws -> LoadedExport
) throws -> (facts: Facts, findings: [Finding]) {
  let workloads = Dictionary(grouping: exports, by: \.association)
    .map {
      (association: $0.key, exports: $0.value.sorted { ($0.month, $0.kind.rawValue) < ($1.month, $1.kind.rawValue) })
    }
    .sorted { $0.association < $1.association }
  let tables = ProgrammeTables(programme, for: Set(exports.map(\.kind)))
  let results = Results(count: workloads.count)
  let crew = Crew()
  crew.perform(workloads.count) { index in
    let (association, exports) = workloads[index]
    results.set(
      index,
      Result {
        try readAssociation(
          exports, AssociationReader(programme: programme, reference: reference, index: association, tables: tables),
          AssociationWork(archiving: archiving, taker: taker?(association), crew: crew, load: load))
      })
  }
  return join(try results.all(), programme)
}

/// One slot a worker: no two write the same.
private final class Results: @unchecked Sendable {
  private var slots: UnsafeMutableBufferPointer<Result<AssociationFacts, any Error>?>
  init(count: Int) {
    slots = .allocate(capacity: count)
    slots.initialize(repeating: nil)
  }
  deinit {
    slots.deinitialize()
    slots.deallocate()
  }
  func set(_ index: Int, _ result: Result<AssociationFacts, any Error>) { slots[index] = result }
  func all() throws -> [AssociationFacts] { try slots.compactMap { try $0?.get() } }
}

/// Month order, then association; shared keys numbered over all associations.
private func join(_ parts: [AssociationFacts], _ programme: Programme) -> (Facts, [Finding]) {
  var (jobs, registers, meetings, deliveries): ([JobRows], [PathRows], [MeetingRows], [Delivery]) = ([], [], [], [])
  let findings = parts.flatMap(\.findings).flatMap { $0 }
  let keys = Interner()
  for part in parts {
    let numbers = [0] + (0..<part.sharedKeys.count).map { keys.number(of: part.sharedKeys.bytes(of: UInt32($0 + 1))) }
    jobs += part.jobs
    meetings += part.meetings
    deliveries += part.deliveries
    for var register in part.registers {
      register.sharedKey = register.sharedKey.map { numbers[Int($0)] }
      registers.append(register)
    }
  }
  return (
    Facts(
      jobs: inMonthOrder(jobs) { ($0.month, $0.association) },
      registers: inMonthOrder(registers) { ($0.month, $0.association) },
      meetings: inMonthOrder(meetings) { ($0.month, $0.association) },
      deliveries: Deliveries(deliveries.inOrder(of: programme))), findings
  )
}

/// By month, then association. Places are sorted, not rows: moving a file's columns about counts each of them up and down.
package func inMonthOrder<Rows>(_ rows: [Rows], _ key: (Rows) -> (Month, Int)) -> ArraySlice<Rows> {
  let keys = rows.map(key)
  return rows.indices.sorted { keys[$0] < keys[$1] }.map { rows[$0] }[...]
}
