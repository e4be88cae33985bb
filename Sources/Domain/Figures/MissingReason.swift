/// Why a figure is missing, in the order in which one goes before another; and what makes one partial.
package enum MissingReason: String, Hashable, Sendable, CaseIterable {
  case nonSuivi = "non-suivi"
  case referenceAbsente = "reference-absente"
  case aucunFichier = "aucun-fichier"
  case nonRenseigne = "non-renseigne"
  case denominateurNul = "denominateur-nul"
  /// Of status U, and of none other.
  case partiel

  package var french: String {
    switch self {
    case .nonSuivi: return "instance non suivie"
    case .referenceAbsente: return "donnée de référence absente"
    case .aucunFichier: return "aucun fichier accepté"
    case .nonRenseigne: return "colonne non renseignée"
    case .denominateurNul: return "dénominateur nul"
    case .partiel: return "colonne renseignée en partie"
    }
  }
}
