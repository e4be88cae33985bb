/// What a figure can be broken down by, in the order of the table's columns.
package enum Dimension: UInt8, CaseIterable, Hashable, Comparable, Sendable {
  case axe, association, commune, instance, dispositif, sexe
  package var id: String { Dimension.ids[Int(rawValue)] }
  /// Looked up: see ``Status``.
  private static let ids = allCases.map { String(describing: $0) }
  package init?(id: String) {
    guard let dimension = Dimension.allCases.first(where: { $0.id == id }) else { return nil }
    self = dimension
  }
  package static func < (a: Dimension, b: Dimension) -> Bool { a.rawValue < b.rawValue }

  /// The dimensions that rows of a kind of export have: its columns of that name, and whose rows they are.
  package static func of(_ kind: ExportKind) -> Set<Dimension> {
    Set(ExportSchema.of(kind).columns.compactMap { Dimension(id: $0.id) }).union([.association])
  }

  package var label: Label {
    switch self {
    case .axe: return Label(fr: "Axe", en: "Axis")
    case .association: return Label(fr: "Association", en: "Association")
    case .commune: return Label(fr: "Commune", en: "Municipality")
    case .instance: return Label(fr: "Instance", en: "Body")
    case .dispositif: return Label(fr: "Dispositif", en: "Scheme")
    case .sexe: return Label(fr: "Sexe", en: "Sex")
    }
  }
}
