/// The three kinds of export an association sends (2-exports.md).
package enum ExportKind: UInt8, CaseIterable, Hashable, Sendable {
  /// One row per job and employee, per month.
  case etp
  /// The register of insertion paths, one row per person and path.
  case beneficiaires
  /// One row per meeting as the association reports it.
  case reunions

  package var id: String { ExportKind.ids[Int(rawValue)] }
  /// Looked up: see ``Status``.
  private static let ids = allCases.map { String(describing: $0) }
  package init?(id: String) {
    guard let kind = ExportKind.allCases.first(where: { $0.id == id }) else { return nil }
    self = kind
  }
}
