import Domain
import Ledger

extension EditionInput {
  /// nil: not what ``record`` writes. `hashes`: of the archive's files, by name; nil: where its rows stand is not asked.
  convenience init?(_ record: InputRecord, hashes: [String: String]?) {
    guard let kind = ExportKind(id: record.kind), let month = Month(record.month),
      let outcome = Delivery.Outcome(rawValue: record.outcome)
    else { return nil }
    var archive: ArchiveEntry?
    if let name = record.archive, let hashes {
      // The archive names a file by the export that it holds.
      guard let hash = hashes[name], name.hasPrefix(record.sha256), !record.sha256.isEmpty else { return nil }
      archive = ArchiveEntry(name: name, sha256: hash)
    }
    self.init(
      Delivery(
        DeliveryID(record.association, kind, month), file: record.file, sha256: record.sha256, outcome: outcome,
        isOwed: record.isOwed, rowsKept: record.rowsKept, rowsRefused: record.rowsRefused, waived: record.waived),
      archive: archive)
  }

  /// As the ledger says it.
  var record: InputRecord {
    InputRecord(
      association: id.association, kind: id.kind.id, month: id.month.description, file: delivery.file,
      sha256: delivery.sha256, outcome: delivery.outcome.rawValue, isOwed: delivery.isOwed,
      rowsKept: delivery.rowsKept, rowsRefused: delivery.rowsRefused, waived: delivery.waived, archive: archive?.name)
  }

  /// As the manifest says it.
  var manifestInput: Manifest.Input {
    Manifest.Input(
      file: delivery.file, sha256: delivery.sha256, association: id.association, kind: id.kind.id,
      month: id.month.description, outcome: delivery.outcome.rawValue, rowsKept: delivery.rowsKept,
      rowsRefused: delivery.rowsRefused, setAside: delivery.setAside.isEmpty ? nil : delivery.setAside)
  }
}
