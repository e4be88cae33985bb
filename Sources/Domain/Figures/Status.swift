/// Status of a figure, by SDMX's observation codes, from best to worst.
package enum Status: UInt8, CaseIterable, Hashable, Comparable, Sendable {
  /// Complete and official.
  case A
  /// Rests on a reference number that is not official.
  case E
  /// Partial (SDMX: low reliability): of what it asks a column about, some answer and some do not.
  case U
  /// Provisional: a file it reads is owed and not accepted, or has refused rows.
  case P
  /// Missing, printed *nd*; never 0.
  case M
  package var id: String { Status.ids[Int(rawValue)] }
  /// Describing a case takes a microsecond, and a table of figures asks some hundred thousand times.
  private static let ids = allCases.map { String(describing: $0) }
  package init?(id: String) {
    guard let status = Status.allCases.first(where: { $0.id == id }) else { return nil }
    self = status
  }
  package static func < (a: Status, b: Status) -> Bool { a.rawValue < b.rawValue }
  package var french: String {
    switch self {
    case .A: return "définitif"
    case .E: return "estimé"
    case .U: return "partiel"
    case .P: return "provisoire"
    case .M: return "non disponible"
    }
  }
}
