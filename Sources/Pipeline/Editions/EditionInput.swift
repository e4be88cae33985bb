import Domain
import Ledger

/// What became of one (association, kind, month) in an edition, whatever the programme's order of associations is by now.
struct EditionInput: Hashable, Sendable {
  struct Key: Hashable, Comparable, Sendable {
    let month: Month
    let association: String
    let kind: ExportKind
    static func < (a: Key, b: Key) -> Bool {
      (a.month, a.association, a.kind.rawValue) < (b.month, b.association, b.kind.rawValue)
    }
  }

  let key: Key
  /// Its index of an association is that of the programme it was made under: ``delivery(in:)`` finds today's.
  private let delivery: Delivery
  /// nil unless accepted.
  let archive: ArchiveEntry?

  var outcome: Delivery.Outcome { delivery.outcome }
  var sha256: String { delivery.sha256 }
  var rowsKept: Int { delivery.rowsKept }
  var rowsRefused: Int { delivery.rowsRefused }
  var isOwed: Bool { delivery.isOwed }
  var waived: String? { delivery.waived }
  var name: String {
    delivery.file.isEmpty ? "exports/\(key.association)/\(key.kind.id)-\(key.month).csv" : delivery.file
  }

  init(_ delivery: Delivery, of programme: Programme, archive: ArchiveEntry?) {
    key = Key(
      month: delivery.month, association: programme.associations[delivery.association].id, kind: delivery.kind)
    self.delivery = delivery
    self.archive = delivery.outcome == .accepted ? archive : nil
  }

  /// Under a programme; nil where the association is none of its members.
  func delivery(in programme: Programme) -> Delivery? {
    programme.association(key.association).map { index in
      var delivery = delivery
      delivery.association = index
      return delivery
    }
  }

  /// The same file as another programme sees it: whether it is owed, and whether it is waived.
  func owed(like other: EditionInput) -> EditionInput {
    var delivery = delivery
    delivery.isOwed = other.isOwed
    delivery.waived = other.waived
    return EditionInput(key: key, delivery: delivery, archive: archive)
  }

  /// As if nothing had come.
  var withoutFile: EditionInput {
    var delivery = delivery
    delivery.outcome = .absent
    delivery.file = ""
    delivery.sha256 = ""
    delivery.rowsKept = 0
    delivery.rowsRefused = 0
    return EditionInput(key: key, delivery: delivery, archive: nil)
  }

  private init(key: Key, delivery: Delivery, archive: ArchiveEntry?) {
    self.key = key
    self.delivery = delivery
    self.archive = archive
  }
}

// MARK: In the ledger

extension EditionInput {
  init?(_ record: InputRecord, hashes: [String: String]) {
    guard let kind = ExportKind(id: record.kind), let month = Month(record.month),
      let outcome = Delivery.Outcome(id: record.outcome)
    else { return nil }
    var archive: ArchiveEntry?
    if let name = record.archive {
      guard let hash = hashes[name] else { return nil }
      archive = ArchiveEntry(name: name, sha256: hash)
    }
    self.init(
      key: Key(month: month, association: record.association, kind: kind),
      delivery: Delivery(
        association: -1, kind: kind, month: month, file: record.file, sha256: record.sha256, outcome: outcome,
        isOwed: record.isOwed, rowsKept: record.rowsKept, rowsRefused: record.rowsRefused, waived: record.waived),
      archive: archive)
  }

  var record: InputRecord {
    InputRecord(
      association: key.association, kind: key.kind.id, month: key.month.description, file: delivery.file,
      sha256: delivery.sha256, outcome: delivery.outcome.id, isOwed: delivery.isOwed, rowsKept: delivery.rowsKept,
      rowsRefused: delivery.rowsRefused, waived: delivery.waived, archive: archive?.name)
  }

  /// As the manifest says it.
  var manifest: Manifest.Input {
    Manifest.Input(
      file: delivery.file, sha256: delivery.sha256, association: key.association, kind: key.kind.id,
      month: key.month.description, outcome: delivery.outcome.id, rowsKept: delivery.rowsKept,
      rowsRefused: delivery.rowsRefused)
  }
}

extension Delivery.Outcome {
  var id: String { String(describing: self) }
  init?(id: String) {
    guard let outcome = [Delivery.Outcome.accepted, .refused, .absent].first(where: { $0.id == id }) else { return nil }
    self = outcome
  }
}
