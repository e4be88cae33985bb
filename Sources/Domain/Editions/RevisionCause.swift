/// Why a figure moved (5-editions.md), in the order in which causes are listed.
package enum RevisionCause: String, Hashable, Sendable, CaseIterable {
  case donnee, retard, methode, reference, objectif, presentation, programme

  package var french: String {
    switch self {
    case .donnee: return "donnée modifiée"
    case .retard: return "donnée arrivée en retard"
    case .methode: return "méthode"
    case .reference: return "donnée de référence"
    case .objectif: return "objectif"
    case .presentation: return "présentation"
    case .programme: return "version du programme"
    }
  }
}
