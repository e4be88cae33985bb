import Domain

/// A file to read: whose, what, which month, and where (relative to the inputs folder, for people).
package struct Export: Hashable, Sendable {
  /// Index into the programme's associations.
  package var association: Int
  package var kind: ExportKind
  package var month: Month
  package var file: String
  /// From the archive: a column says which line each row had in the raw file.
  package var isArchived = false
  /// Read through its association's mapping.
  package var isMapped = false
  /// The file that holds many months, of which this is one.
  package var series: Series?
  /// Its last line has no end, though every other export of the association has one: the transfer broke off.
  package var isCutShort = false
  /// Exports of other associations that hold the same bytes.
  package var twins: [String] = []
  /// Read as if faults had not been there.
  package var mending: Mending?
  package init(association: Int, kind: ExportKind, month: Month, file: String, isArchived: Bool = false) {
    self.isArchived = isArchived
    self.association = association
    self.kind = kind
    self.month = month
    self.file = file
  }

  func mapping(_ reader: AssociationReader) -> Mapping? {
    isMapped && !isArchived ? reader.association.mappings[kind] : nil
  }

  /// The delivery that the file is, of the programme whose associations are numbered here.
  package func id(in programme: Programme) -> DeliveryID {
    DeliveryID(programme.associations[association].id, kind, month)
  }
}
