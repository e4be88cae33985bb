import CSV
import Domain

/// The bytes of an export, or why it is not to be read.
package enum LoadedExport {
  /// `sha256` in lower-case hexadecimal. Freed after reading.
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
    results.set(
      index,
      Result {
        try readAssociation(
          workloads[index].exports,
          AssociationReader(
            programme: programme, reference: reference, index: workloads[index].association, tables: tables),
          archiving, taker?(workloads[index].association), crew, load)
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

private struct AssociationFacts {
  var facts = Facts.none
  /// Those of each file.
  var findings: [[Finding]] = []
  /// This association's shared keys. Dropped when they are joined.
  var sharedKeys = Interner()
}

private func readAssociation(
  _ exports: [Export], _ reader: AssociationReader, _ archiving: Archiving?, _ taker: (any JobsTaker)?, _ crew: Crew,
  _ load: @escaping @Sendable (Export) throws -> LoadedExport
) throws -> AssociationFacts {
  var result = AssociationFacts()
  /// The next file, and the last one's rows, where somebody else has a hand free for them.
  var ahead: Errand<Result<LoadedExport, any Error>>?
  var taken: Errand<Void>?
  defer { if case .success(.bytes(let buffer, _))? = ahead?.result() { buffer.deallocate() } }
  let pseudonyms = archiving.map { Pseudonyms($0, reader) }
  let series = SeriesFiles()
  for (place, export) in exports.enumerated() {
    let loaded = try ahead.map { try $0.result().get() } ?? series.load(export, load)
    ahead = nil
    if place + 1 < exports.count, case let next = exports[place + 1], next.series == nil {
      ahead = crew.handOver { Result { try load(next) } }
    }
    var delivery = Delivery(export.id(in: reader.programme), file: export.file, outcome: .refused)
    switch loaded {
    case .refused(let finding): result.findings.append([finding])
    case .bytes(let buffer, let sha256):
      defer { if export.series == nil { buffer.deallocate() } }
      let file = try readExport(Bytes(buffer), export, reader, opened: series.text(export, Bytes(buffer), reader))
      delivery.sha256 = sha256
      delivery.rowsRefused = file.rowsRefused
      delivery.context = file.context
      delivery.rowsKept = file.rowsKept
      delivery.setAside = file.setAside
      result.findings.append(file.findings)
      if let rows = file.rows {
        delivery.outcome = .accepted
        if let archiving, let pseudonyms, archiving.isWanted(export, sha256, file.context) {
          try archiving.keep(export, sha256, file.context, archiveText(rows, reader, pseudonyms))
        }
        switch rows {
        case .jobs(let rows):
          reader.knownJobs.add(rows.job)
          taken?.result()
          taken = taker.flatMap { taker in crew.handOver { taker.take(rows) } }
          if taken == nil { taker?.take(rows) }
          if taker?.keepsRows ?? true { result.facts.jobs.append(rows) }
        case .paths(let rows): result.facts.registers.append(rows)
        case .meetings(let rows): result.facts.meetings.append(rows)
        }
      }
    }
    result.facts.deliveries.append(delivery)
  }
  taken?.result()
  taker?.finish()
  result.sharedKeys = reader.sharedKeys
  return result
}

/// Month order, then association; shared keys numbered over all associations.
private func join(_ parts: [AssociationFacts], _ programme: Programme) -> (Facts, [Finding]) {
  var facts = Facts.none
  let findings = parts.flatMap(\.findings).flatMap { $0 }
  let keys = Interner()
  for part in parts {
    let numbers = [0] + (0..<part.sharedKeys.count).map { keys.number(of: part.sharedKeys.bytes(of: UInt32($0 + 1))) }
    facts.jobs += part.facts.jobs
    facts.meetings += part.facts.meetings
    facts.deliveries += part.facts.deliveries
    for var register in part.facts.registers {
      register.sharedKey = register.sharedKey.map { numbers[Int($0)] }
      facts.registers.append(register)
    }
  }
  facts.jobs = inOrder(facts.jobs) { ($0.month, $0.association) }
  facts.registers = inOrder(facts.registers) { ($0.month, $0.association) }
  facts.meetings = inOrder(facts.meetings) { ($0.month, $0.association) }
  facts.deliveries = facts.deliveries.inOrder(of: programme)
  return (facts, findings)
}

/// By month, then association. Places are sorted, not rows: moving a file's columns about counts each of them up and down.
private func inOrder<Rows>(_ rows: [Rows], _ key: (Rows) -> (Month, Int)) -> [Rows] {
  let keys = rows.map(key)
  return rows.indices.sorted { keys[$0] < keys[$1] }.map { rows[$0] }
}
