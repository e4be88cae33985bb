/// A column, or a value derived from one, that a condition of the catalogue can ask about. A column's field has its id.
package enum Field: String, CaseIterable, Hashable, Sendable {
  case axe, association, commune, dispositif, sexe
  case contrat, statut, poste_id, salarie_id, etp, heures, date_debut, date_fin
  case cle_personne, date_entree, date_sortie, sortie, naissance, rsa, rqth, qpv, mois_chomage
  /// Whole years at `date_entree`, from `naissance`.
  case age_entree
  case instance, etat, membres, participants, partenaires

  /// The fields that rows of a kind have: its columns, what is derived from them, and whose rows they are.
  package static func of(_ kind: ExportKind) -> Set<Field> {
    var fields = Set(ExportSchema.of(kind).columns.compactMap { Field(rawValue: $0.id) })
    if fields.contains(.naissance) { fields.insert(.age_entree) }
    // A meeting is no one's: by association, its own reports are merged (HeldMeetings).
    if kind != .reunions { fields.insert(.association) }
    return fields
  }

  /// The column that it is, or is derived from: an age is asked of the births'.
  package var column: Field { self == .age_entree ? .naissance : self }

  /// The same in each kind that has it.
  private var columns: [ExportColumn] { ExportKind.allCases.compactMap { ExportSchema.of($0).column(column.rawValue) } }

  /// A blank says that nobody filled it in: a condition on it can leave a figure *non-renseigne*. In the other columns a
  /// blank is refused, or has a meaning of its own.
  package var isOptional: Bool {
    !columns.isEmpty && columns.allSatisfy { $0.blank == .unknown || $0.blank == .unknownOrNo }
  }

  /// Compared with `from`, `to` and `below` instead of a list of codes.
  package var isNumber: Bool {
    if self == .age_entree { return true }
    if case .integer? = columns.first?.type { return true }
    return false
  }

  /// The closed list of its codes; nil where it has none, or where the programme gives it.
  package var codebook: Codebook? {
    // The register has every scheme; a job all but one.
    if self == .dispositif { return .scheme }
    if case .code(let codebook)? = columns.first?.type { return codebook }
    return nil
  }

  /// As a reader would call it.
  package var french: String {
    switch self {
    case .association: "association"
    case .age_entree: "âge à l'entrée"
    default: columns.first?.french ?? rawValue
    }
  }
}
