/// What became of one (association, kind, month): a file that came, or one that is owed and did not.
package struct Delivery: Hashable, Sendable {
  package enum Outcome: Hashable, Sendable {
    case accepted
    case refused
    case absent
  }
  /// Index into the programme's associations.
  package var association: Int
  package var kind: ExportKind
  package var month: Month
  /// Relative to the inputs folder; empty where nothing came.
  package var file: String
  /// SHA-256 of the file as it came, lower-case hexadecimal; empty where nothing came.
  package var sha256: String
  package var outcome: Outcome
  package var isOwed: Bool
  package var rowsKept: Int
  package var rowsRefused: Int
  /// Reason of a waiver in acknowledged.yaml: what lacks here will never be mended.
  package var waived: String?

  package init(
    association: Int, kind: ExportKind, month: Month, file: String = "", sha256: String = "", outcome: Outcome,
    isOwed: Bool, rowsKept: Int = 0, rowsRefused: Int = 0, waived: String? = nil
  ) {
    self.association = association
    self.kind = kind
    self.month = month
    self.file = file
    self.sha256 = sha256
    self.outcome = outcome
    self.isOwed = isOwed
    self.rowsKept = rowsKept
    self.rowsRefused = rowsRefused
    self.waived = waived
  }
}
