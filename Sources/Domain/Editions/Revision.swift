/// A figure that is not what the edition before said.
package struct Revision: Hashable, Sendable {
  /// Why a figure moved (5-editions.md).
  package enum Cause: String, Hashable, Sendable, CaseIterable {
    case donnee, retard, methode, reference, presentation, programme
    package var french: String {
      switch self {
      case .donnee: return "donnée corrigée"
      case .retard: return "donnée arrivée en retard"
      case .methode: return "méthode"
      case .reference: return "donnée de référence"
      case .presentation: return "présentation"
      case .programme: return "version du programme"
      }
    }
  }
  package var key: Figures.Key
  /// As published before: nil where it was missing or not there.
  package var old: Rational?
  package var new: Rational?
  package var oldStatus: Status?
  package var newStatus: Status?
  package var causes: [Cause]
  /// In French: which file, how many rows added, removed, changed.
  package var detail: String
  package init(
    key: Figures.Key, old: Rational?, new: Rational?, oldStatus: Status?, newStatus: Status?, causes: [Cause],
    detail: String
  ) {
    self.key = key
    self.old = old
    self.new = new
    self.oldStatus = oldStatus
    self.newStatus = newStatus
    self.causes = causes
    self.detail = detail
  }
}
