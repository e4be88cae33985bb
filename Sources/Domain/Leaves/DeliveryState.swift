/// What figures ask about a delivery, as whole numbers: the association's place in the programme, from 1.
package struct DeliveryState: Hashable, Sendable {
  package let association: Int
  package let kind: ExportKind
  package let month: Month
  package let isAccepted: Bool
  package let isWaived: Bool
  package let rowsKept: Int
  package let rowsRefused: Int
  /// The first 48 bits of the file's SHA-256; 0: no file.
  package let content: Int64

  package init(
    association: Int, kind: ExportKind, month: Month, isAccepted: Bool, isWaived: Bool, rowsKept: Int, rowsRefused: Int,
    content: Int64
  ) {
    self.association = association
    self.kind = kind
    self.month = month
    self.isAccepted = isAccepted
    self.isWaived = isWaived
    self.rowsKept = rowsKept
    self.rowsRefused = rowsRefused
    self.content = content
  }

  /// nil: of an association that the programme no longer has.
  package init?(_ delivery: Delivery, in programme: Programme) {
    guard let place = programme.index(of: delivery.association) else { return nil }
    self.init(
      association: place + 1, kind: delivery.kind, month: delivery.month, isAccepted: delivery.outcome == .accepted,
      isWaived: delivery.waived != nil, rowsKept: delivery.rowsKept, rowsRefused: delivery.rowsRefused,
      content: Int64(delivery.sha256.prefix(12), radix: 16) ?? 0)
  }
}
