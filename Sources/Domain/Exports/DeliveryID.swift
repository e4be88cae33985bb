/// What an association owes or sends: its export of one kind for one month. The same whatever the programme's order of
/// associations is by now.
package struct DeliveryID: Hashable, Comparable, Sendable {
  package let month: Month
  package let association: Association.ID
  package let kind: ExportKind

  package init(_ association: Association.ID, _ kind: ExportKind, _ month: Month) {
    self.month = month
    self.association = association
    self.kind = kind
  }

  /// The place and name that the contract gives the file, relative to the inputs folder.
  package var file: String { "exports/\(association)/\(kind.id)-\(month).csv" }

  package static func < (a: DeliveryID, b: DeliveryID) -> Bool {
    (a.month, a.association, a.kind.rawValue) < (b.month, b.association, b.kind.rawValue)
  }
}
