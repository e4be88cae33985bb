/// acknowledged.yaml: what has been explained and need not be said again.
package struct Acknowledged: Hashable, Sendable {
  /// A missing file, or refused rows, that will never be mended.
  package struct Waived: Hashable, Sendable {
    package var associations: Set<String>
    package var kinds: Set<ExportKind>
    package var months: ClosedRange<Month>
    package var reason: String
    package init(associations: Set<String>, kinds: Set<ExportKind>, months: ClosedRange<Month>, reason: String) {
      self.associations = associations
      self.kinds = kinds
      self.months = months
      self.reason = reason
    }
  }
  /// A plausibility warning that has its reason.
  package struct Explained: Hashable, Sendable {
    package var association: String
    package var kind: ExportKind
    package var month: Month
    package var code: String
    package var reason: String
    package init(association: String, kind: ExportKind, month: Month, code: String, reason: String) {
      self.association = association
      self.kind = kind
      self.month = month
      self.code = code
      self.reason = reason
    }
  }
  package var waived: [Waived]
  package var explained: [Explained]
  package init(waived: [Waived] = [], explained: [Explained] = []) {
    self.waived = waived
    self.explained = explained
  }
  package func reason(association: String, kind: ExportKind, month: Month) -> String? {
    waived.first { $0.associations.contains(association) && $0.kinds.contains(kind) && $0.months.contains(month) }?
      .reason
  }
}
