import Domain
import Ledger

/// A delivery of an edition, and where the archive keeps its rows. An object: lists of them are made over and over, and copied by reference.
final class EditionInput: Hashable, Sendable {
  let delivery: Delivery
  /// nil unless accepted.
  let archive: ArchiveEntry?

  var id: DeliveryID { delivery.id }
  var outcome: Delivery.Outcome { delivery.outcome }
  var sha256: String { delivery.sha256 }
  var rowsKept: Int { delivery.rowsKept }
  var rowsRefused: Int { delivery.rowsRefused }
  var name: String { delivery.name }

  init(_ delivery: Delivery, archive: ArchiveEntry?) {
    self.delivery = delivery
    self.archive = delivery.outcome == .accepted ? archive : nil
  }

  static func == (a: EditionInput, b: EditionInput) -> Bool {
    a === b || a.delivery == b.delivery && a.archive == b.archive
  }
  func hash(into hasher: inout Hasher) { hasher.combine(delivery) }

  /// The same file as another programme sees it: whether it is owed, and whether it is waived.
  func owed(like other: EditionInput) -> EditionInput {
    var delivery = delivery
    delivery.isOwed = other.delivery.isOwed
    delivery.waived = other.delivery.waived
    return EditionInput(delivery, archive: archive)
  }

  /// As if nothing had come.
  var withoutFile: EditionInput {
    EditionInput(
      Delivery(id, outcome: .absent, isOwed: delivery.isOwed, waived: delivery.waived), archive: nil)
  }
}

extension Sequence<EditionInput> {
  /// Of the associations that a programme has, in its order.
  func deliveries(in programme: Programme) -> [Delivery] {
    compactMap { input in
      guard let association = programme.association(input.id.association) else { return nil }
      var delivery = input.delivery
      delivery.nameLike(association)
      return delivery
    }.inOrder(of: programme)
  }

  /// One for each delivery, as the ledger and the contract have it.
  var byID: [DeliveryID: EditionInput] {
    Dictionary(map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
