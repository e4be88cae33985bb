import Domain
import Ingest
import System
import Validate

/// Everything the inputs say up to a month: what every command begins with.
package struct Gathered: Sendable {
  package let month: Month
  /// The definitions, and the files they came from.
  let loaded: LoadedDefinitions
  package let facts: Facts
  package let findings: [Finding]
  package var definitions: Definitions { loaded.definitions }
}

extension Gathered {
  /// The same inputs as an earlier month sees them: what `gather` for that month would have read.
  func limited(to month: Month) -> Gathered {
    Gathered(
      month: month, loaded: loaded,
      facts: Facts(
        jobs: facts.jobs.filter { $0.month <= month }, registers: facts.registers.filter { $0.month <= month },
        meetings: facts.meetings.filter { $0.month <= month },
        deliveries: facts.deliveries.filter { $0.month <= month }),
      findings: findings.filter { $0.month.map { $0 <= month } ?? true })
  }
}

/// Largest export read, in bytes: a million rows. A larger one is a mistake, or an attack.
let exportLimit = 128 << 20

/// Reads definitions and exports; nothing is written.
package func gather(_ inputs: InputsFolder, month: Month, timings: Timings) throws -> Gathered {
  let loaded = try timings.measure("définitions") { try loadDefinitions(inputs) }
  return try gather(inputs, loaded, month: month, timings: timings)
}

/// The same with definitions that were read already; `archiving` gets the rows of accepted exports.
func gather(
  _ inputs: InputsFolder, _ loaded: LoadedDefinitions, month: Month, archiving: Archiving? = nil, timings: Timings
) throws -> Gathered {
  let programme = loaded.definitions.programme
  guard month >= programme.start else {
    throw MonthOutside(month: month, start: programme.start)
  }
  let listed = try timings.measure("liste") { try listExports(inputs, programme, upTo: month) }
  var (facts, findings) = try timings.measure("lecture") {
    try ingest(
      listed.exports, programme: programme, reference: loaded.definitions.reference, archiving: archiving
    ) { try load($0, inputs, programme) }
  }
  facts.deliveries = settleDeliveries(facts.deliveries, listed, loaded.definitions, upTo: month)
  findings += listed.findings
  findings += timings.measure("contrôle") { validate(facts, under: loaded.definitions) }
  return Gathered(
    month: month, loaded: loaded, facts: facts, findings: findings.sorted(by: Finding.precedes))
}

/// The exports (or one of them) read again with some of them changed on the way in; the definitions and the list stay. For what-if alone.
func gatherAgain(
  _ gathered: Gathered, _ inputs: InputsFolder, only file: String? = nil,
  changing change: @escaping (Export, LoadedExport) -> LoadedExport
) throws -> Gathered {
  let definitions = gathered.definitions
  let listed = try listExports(inputs, definitions.programme, upTo: gathered.month)
  let changed = UncheckedChange(change: change)
  let exports = listed.exports.filter { file == nil || $0.file == file }
  var (facts, findings) = try ingest(
    exports, programme: definitions.programme, reference: definitions.reference
  ) { changed.change($0, try load($0, inputs, definitions.programme)) }
  facts.deliveries = settleDeliveries(facts.deliveries, listed, definitions, upTo: gathered.month)
  findings += listed.findings
  return Gathered(
    month: gathered.month, loaded: gathered.loaded, facts: facts, findings: findings)
}

/// Called from several threads: what it changes is one file's, and one worker's.
private struct UncheckedChange: @unchecked Sendable {
  let change: (Export, LoadedExport) -> LoadedExport
}

/// A month before the programme began: nothing could be said of it. Exit 64.
package struct MonthOutside: Error, Hashable, Sendable {
  package let month: Month
  package let start: Month
}

/// The bytes of an export, fixed by their hash; anything but a regular file of a sane size is a finding.
func load(_ export: Export, _ inputs: InputsFolder, _ programme: Programme) throws -> LoadedExport {
  func refused(_ code: String, _ rule: String, _ remedy: String) -> LoadedExport {
    .refused(
      Finding(
        code, .file, association: programme.associations[export.association].id, kind: export.kind, month: export.month,
        file: export.file, rule: rule, remedy: remedy))
  }
  do {
    let buffer = try RegularFile(inputs.path + "/" + export.file, limit: exportLimit).read()
    return .bytes(buffer, sha256: sha256(buffer))
  } catch RegularFile.Refusal.notRegular {
    return refused(
      "not-regular-file", "ce n'est pas un fichier ordinaire (lien, tube ou périphérique)",
      "déposer le fichier lui-même")
  } catch RegularFile.Refusal.tooLarge {
    return refused(
      "file-too-large", "le fichier dépasse \(exportLimit >> 20) Mo", "vérifier que c'est bien l'export d'un seul mois")
  } catch RegularFile.Refusal.changing {
    throw InputChanging(file: export.file)
  } catch let error as SystemError {
    throw InputsUnreadable(error)
  }
}

/// One delivery for each (association, kind, month) owed or received, marked owed and waived.
private func settleDeliveries(
  _ received: [Delivery], _ listed: ListedExports, _ definitions: Definitions, upTo month: Month
) -> [Delivery] {
  let programme = definitions.programme
  var deliveries = received
  deliveries += listed.doubled.map {
    Delivery(
      association: $0.association, kind: $0.kind, month: $0.month, file: $0.file, outcome: .refused, isOwed: false)
  }
  struct Key: Hashable {
    let association: Int
    let kind: ExportKind
    let month: Month
  }
  let known = Set(deliveries.map { Key(association: $0.association, kind: $0.kind, month: $0.month) })
  for (index, association) in programme.associations.enumerated() {
    for kind in association.owes {
      for month in association.membership(within: programme.start...month).map(Array.init) ?? []
      where !known.contains(Key(association: index, kind: kind, month: month)) {
        deliveries.append(Delivery(association: index, kind: kind, month: month, outcome: .absent, isOwed: true))
      }
    }
  }
  for index in deliveries.indices {
    let association = programme.associations[deliveries[index].association]
    deliveries[index].isOwed = association.owes.contains(deliveries[index].kind)
    deliveries[index].waived = definitions.acknowledged.reason(
      association: association.id, kind: deliveries[index].kind, month: deliveries[index].month)
  }
  return deliveries.inOrder
}

extension Finding {
  /// File, line, column, code: the order in which a person mends them.
  package static func precedes(_ a: Finding, _ b: Finding) -> Bool {
    (a.file, a.line ?? 0, a.column ?? -1, a.code) < (b.file, b.line ?? 0, b.column ?? -1, b.code)
  }
}
