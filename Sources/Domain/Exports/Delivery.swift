/// What became of one delivery: a file that came, or one that is owed and did not.
package struct Delivery: Hashable, Sendable {
  package enum Outcome: String, Hashable, Sendable, CaseIterable {
    case accepted, refused, absent
  }
  package let id: DeliveryID
  /// Relative to the inputs folder; empty where nothing came.
  package var file: String
  /// SHA-256 of the file as it came, lower-case hexadecimal; empty where nothing came.
  package var sha256: String
  package var outcome: Outcome
  package var isOwed: Bool
  package var rowsKept: Int
  package var rowsRefused: Int
  /// What its reading owes to other files (rows refused because earlier ones spell a job otherwise): the same bytes beside others
  /// read otherwise. Empty: nothing, as nearly always.
  package var context = ""
  /// Lines of this month that its association's mapping sets aside, by rule.
  package var setAside: [SetAside] = []
  /// What the file would be called where its association's software names it; nil: as the contract does.
  package var expectedName: String?
  /// Reason of a waiver in acknowledged.yaml: what lacks here will never be mended.
  package var waived: String?

  package init(
    _ id: DeliveryID, file: String = "", sha256: String = "", outcome: Outcome, isOwed: Bool = false, rowsKept: Int = 0,
    rowsRefused: Int = 0, waived: String? = nil
  ) {
    self.id = id
    self.file = file
    self.sha256 = sha256
    self.outcome = outcome
    self.isOwed = isOwed
    self.rowsKept = rowsKept
    self.rowsRefused = rowsRefused
    self.waived = waived
  }

  /// Owed, not accepted, and not excused: it keeps figures provisional.
  package var isLacking: Bool { isOwed && outcome != .accepted && waived == nil }
  /// Lacking because nothing came: to be asked for.
  package var isAwaited: Bool { isLacking && outcome == .absent }

  package var association: Association.ID { id.association }
  package var kind: ExportKind { id.kind }
  package var month: Month { id.month }
  /// The file as it is called, or as it should be.
  package var name: String { file.isEmpty ? expectedName ?? id.file : file }
}

extension [Delivery] {
  /// In their order, by association: what is asked for every association is looked for once.
  package var byAssociation: [Association.ID: [Delivery]] { Dictionary(grouping: self, by: \.association) }

  /// By month, then as the programme lists its associations, then by kind: the order of every table of deliveries.
  package func inOrder(of programme: Programme) -> [Delivery] {
    let places = Dictionary(
      programme.associations.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let keys = map { ($0.month, places[$0.association] ?? places.count, $0.kind.rawValue) }
    return indices.sorted { keys[$0] < keys[$1] }.map { self[$0] }
  }
}
