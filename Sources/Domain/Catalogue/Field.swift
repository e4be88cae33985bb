/// A column, or a value derived from one, that a condition of the catalogue can ask about.
package enum Field: String, CaseIterable, Hashable, Sendable {
  case axe, association, commune, dispositif, sexe
  case contrat, statut, poste_id, salarie_id, etp, heures, date_debut, date_fin
  case cle_personne, date_entree, date_sortie, sortie, naissance, rsa, rqth, qpv, mois_chomage
  /// Whole years at `date_entree`, from `naissance`.
  case age_entree
  case instance, etat, membres, participants, partenaires

  package static func of(_ kind: ExportKind) -> Set<Field> {
    switch kind {
    case .etp:
      return [
        .axe, .association, .commune, .dispositif, .sexe, .contrat, .statut, .poste_id, .salarie_id, .etp, .heures,
        .date_debut, .date_fin,
      ]
    case .beneficiaires:
      return [
        .axe, .association, .commune, .dispositif, .sexe, .cle_personne, .date_entree, .date_sortie, .sortie,
        .naissance, .rsa, .rqth, .qpv, .mois_chomage, .age_entree,
      ]
    // Not association: a meeting is no one's; by association, its own reports are merged (HeldMeetings).
    case .reunions: return [.axe, .instance, .etat, .membres, .participants, .partenaires]
    }
  }

  /// A blank says that nobody filled it in: a condition on it can leave a figure *non-renseigne*. The others are
  /// required (`etp` is, where there are no hours), or their blank has a meaning of its own.
  package var isOptional: Bool {
    switch self {
    case .sexe, .heures, .date_debut, .date_fin, .cle_personne, .naissance, .age_entree, .rsa, .rqth, .qpv,
      .mois_chomage, .membres, .participants, .partenaires:
      return true
    default: return false
    }
  }

  /// Compared with `from`, `to` and `below` instead of a list of codes.
  package var isNumber: Bool {
    switch self {
    case .age_entree, .mois_chomage, .participants, .partenaires: return true
    default: return false
    }
  }
}
