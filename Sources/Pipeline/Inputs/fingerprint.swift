import Domain
import Ingest
import Host
import Ledger

/// What an edition is a function of, as one hash: month, definitions, the exports' names and contents, and what should not be
/// there. Whatever reading them brings to light follows from these and from the program, which is not in it: a new version of
/// bilan alone changes nothing that anybody sent.
func fingerprint(_ checked: CheckedMonth) -> String {
  fingerprint(checked.month, checked.loaded.files.map { ($0.file, $0.sha256) }, checked.prints)
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
  let all = InputPrints(prints, series, findings)
  let definitions = files.map { ($0.file, $0.sha256) }
  return Dictionary(uniqueKeysWithValues: months.map { ($0, fingerprint($0, definitions, all)) })
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
      InputPrints(
        try exports.map { record in
          guard let month = Month(record.month), let kind = ExportKind(id: record.kind) else {
            throw inconsistent(edition, "fichier")
          }
          return ExportPrint(DeliveryID(record.association, kind, month), file: record.file, sha256: record.sha256)
        }, [], try findings(of: edition).all))
  }
}

private func fingerprint(
  _ month: Month, _ definitions: [(file: String, sha256: String)], _ prints: InputPrints
) -> String {
  let head = ["month \(month)"] + definitions.map { "definition \($0.file) \($0.sha256)" }.sorted()
  return sha256(ofPieces: [Array(head.joined(separator: "\n").utf8)[...]] + prints.pieces(upTo: month))
}
