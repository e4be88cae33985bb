/// Whether a published cell is shown, by SDMX's confidentiality codes.
package enum Confidentiality: UInt8, Hashable, Sendable {
  /// Free.
  case F
  /// Hidden: a small count of persons, or something that gives one away.
  case C
  /// Hidden so that another hidden cell cannot be computed back.
  case D
  package var id: String {
    switch self {
    case .F: return "F"
    case .C: return "C"
    case .D: return "D"
    }
  }
  package init?(id: String) {
    guard let code = [Confidentiality.F, .C, .D].first(where: { $0.id == id }) else { return nil }
    self = code
  }
}
