import Domain

/// A file to read: whose, what, which month, and where (relative to the inputs folder, for people).
package struct Export: Hashable, Sendable {
  /// Index into the programme's associations.
  package var association: Int
  package var kind: ExportKind
  package var month: Month
  package var file: String
  package init(association: Int, kind: ExportKind, month: Month, file: String) {
    self.association = association
    self.kind = kind
    self.month = month
    self.file = file
  }
}
