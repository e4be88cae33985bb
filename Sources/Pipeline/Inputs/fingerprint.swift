import Domain
import Ingest
import Host
import Ledger

/// What an edition is a function of, as one hash: month, definitions, the exports' names and contents, and what should not be
/// there. Whatever reading them brings to light follows from these and from the program, which is not in it: a new version of
/// bilan alone changes nothing that anybody sent.
func fingerprint(_ checked: CheckedMonth) -> String {
  // Of a file that holds many months the file is what changes; which months are in it follows.
  let series = Set(checked.series.map(\.file))
  return fingerprint(
    checked.month, checked.loaded.files.map { ($0.file, $0.sha256) },
    checked.facts.deliveries.filter { $0.outcome != .absent && !series.contains($0.file) }.map {
      ExportPrint($0.id, file: $0.file, sha256: $0.sha256)
    }.byLine, checked.series, checked.findings)
}

/// The fingerprints of several months from names and hashes alone: nothing is understood but the programme, and nothing is
/// read but to be hashed. Equal to what ``fingerprint(_:)`` says after reading.
func fingerprints(
  of months: ClosedRange<Month>, _ inputs: InputsFolder, _ files: [DefinitionFile], _ programme: Programme
) throws -> [Month: String] {
  let listed = try inputs.listed(programme, upTo: months.upperBound)
  var prints: [ExportPrint] = []
  var findings = listed.findings
  for export in listed.exports {
    let (hash, finding) = try exportHash(export, inputs, programme)
    if let finding { findings.append(finding) }
    prints.append(ExportPrint(export.id(in: programme), file: export.file, sha256: hash ?? ""))
  }
  for export in listed.refused {
    prints.append(ExportPrint(export.id(in: programme), file: export.file, sha256: ""))
  }
  let series = try listed.series.map { file in
    let export = file.export(for: months.upperBound)
    let (hash, finding) = try file.isRefused ? (nil, nil) : exportHash(export, inputs, programme)
    if var finding {
      finding.month = nil
      findings.append(finding)
    }
    return SeriesPrint(
      association: programme.associations[file.association].id, kind: file.kind, file: file.file, sha256: hash ?? "")
  }
  // Put in order once: each month's are a part of them.
  let (all, found) = (prints.byLine, findings)
  let definitions = files.map { ($0.file, $0.sha256) }
  return Dictionary(
    uniqueKeysWithValues: months.map { month in
      let seen = found.filter { $0.month.map { $0 <= month } ?? true }
      return (month, fingerprint(month, definitions, all.filter { $0.month <= month }, series, seen))
    })
}

extension EditionStore {
  /// Whether inputs with this fingerprint are known to say what an edition says: it was made from them, or confirmed by them.
  func knows(_ print: String, as edition: EditionRecord) throws -> Bool {
    if edition.fingerprint == print { return true }
    if try ledger.confirmingFingerprints(of: edition).contains(print) { return true }
    // Until 0.5 the program's version was part of a fingerprint: what the edition was made from stands in the ledger too.
    return try fingerprint(of: edition) == print
  }

  private func fingerprint(of edition: EditionRecord) throws -> String {
    let exports = try inputList(of: edition).records.filter { $0.outcome != Delivery.Outcome.absent.rawValue }
    return Pipeline.fingerprint(
      try month(of: edition), try definitionRecords(of: edition).map { ($0.file, $0.sha256) },
      try exports.map { record in
        guard let month = Month(record.month), let kind = ExportKind(id: record.kind) else {
          throw inconsistent(edition, "fichier")
        }
        return ExportPrint(DeliveryID(record.association, kind, month), file: record.file, sha256: record.sha256)
      }.byLine, [], try findings(of: edition))
  }
}

/// An export as the fingerprint sees it; the hash is empty where it is not to be read.
private struct ExportPrint {
  let month: Month
  let line: String
  init(_ id: DeliveryID, file: String, sha256: String) {
    month = id.month
    line = "export \(id.association) \(id.kind.id) \(id.month) \(file) \(sha256)"
  }
}

extension [ExportPrint] {
  fileprivate var byLine: [ExportPrint] { sorted { $0.line < $1.line } }
}

/// Findings that names and places make before a file is opened, and that decide on an export. What else stands in a folder
/// is said, but changes no figure and makes no edition.
private let findingsOfNames = Set<FindingCode>([
  .duplicateFile, .misnamedExport, .notRegularFile, .fileTooLarge, .unreadable,
]).map(\.rawValue)

/// `exports` in order.
private func fingerprint(
  _ month: Month, _ definitions: [(file: String, sha256: String)], _ exports: [ExportPrint], _ series: [SeriesPrint],
  _ findings: [Finding]
) -> String {
  let lines =
    ["month \(month)"] + definitions.map { "definition \($0.file) \($0.sha256)" }.sorted()
    + exports.map(\.line) + series.map(\.line).sorted()
    + findings.filter { findingsOfNames.contains($0.code) }.map { "finding \($0.code) \($0.file)" }.sorted()
  return sha256(lines.joined(separator: "\n").utf8)
}
