/// acknowledged.yaml: what has been explained and need not be said again.
package struct Acknowledged: Hashable, Sendable {
  /// A missing file, or refused rows, that will never be mended.
  package struct Waived: Hashable, Sendable {
    package var association: String
    package var kind: ExportKind
    package var month: Month
    package var reason: String
    package init(association: String, kind: ExportKind, month: Month, reason: String) {
      self.association = association
      self.kind = kind
      self.month = month
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
    waived.first { $0.association == association && $0.kind == kind && $0.month == month }?.reason
  }
}
