/// One column of the contract of a kind of export (2-exports.md).
package struct ExportColumn: Hashable, Sendable {
  package let id: String
  /// Header words accepted besides the id, beyond case, accents and punctuation.
  package let aliases: [String]
  package let presence: Presence

  package enum Presence: Hashable, Sendable {
    case required
    /// One of the columns with this mark must be there.
    case oneOf
    case optional
  }

  init(_ id: String, _ presence: Presence = .optional, _ aliases: String...) {
    self.id = id
    self.presence = presence
    self.aliases = aliases
  }

  package static func of(_ kind: ExportKind) -> [ExportColumn] {
    switch kind {
    case .etp: return etp
    case .beneficiaires: return beneficiaires
    case .reunions: return reunions
    }
  }

  private static let etp = [
    ExportColumn("mois", .required, "période", "mois de paie"),
    ExportColumn("poste_id", .required, "poste", "id poste", "n° poste"),
    ExportColumn("salarie_id", .optional, "salarié", "matricule", "id salarié"),
    ExportColumn("axe", .required, "axe ptce", "thématique"),
    ExportColumn("commune", .optional, "code commune", "lieu de travail"),
    ExportColumn("contrat", .required, "type de contrat"),
    ExportColumn("statut", .required, "statut de l'emploi", "situation"),
    ExportColumn("etp", .oneOf, "équivalent temps plein", "quotité"),
    ExportColumn("heures", .oneOf, "heures payées", "nb heures"),
    ExportColumn("dispositif", .optional, "structure", "type siae"),
    ExportColumn("sexe", .optional, "genre"),
    ExportColumn("date_debut", .optional, "date d'embauche", "entrée"),
    ExportColumn("date_fin", .optional, "fin de contrat", "sortie"),
  ]

  private static let beneficiaires = [
    ExportColumn("beneficiaire_id", .required, "bénéficiaire", "id bénéficiaire", "n° dossier"),
    ExportColumn("cle_personne", .optional, "clé commune"),
    ExportColumn("dispositif", .required, "structure", "type siae"),
    ExportColumn("axe", .required),
    ExportColumn("date_entree", .required, "entrée", "début de parcours"),
    ExportColumn("date_sortie", .optional, "sortie le", "fin de parcours"),
    ExportColumn("sortie", .optional, "motif de sortie", "type de sortie"),
    // "as above": what `etp` accepts for it, the alias included.
    ExportColumn("sexe", .optional, "genre"),
    ExportColumn("naissance", .optional, "année de naissance", "date de naissance"),
    ExportColumn("rsa", .optional, "brsa", "bénéficiaire du rsa"),
    ExportColumn("rqth", .optional, "travailleur handicapé"),
    ExportColumn("qpv", .optional, "quartier prioritaire"),
    ExportColumn("mois_chomage", .optional, "durée d'inscription"),
    ExportColumn("commune"),
  ]

  private static let reunions = [
    ExportColumn("date", .required, "date de réunion"),
    ExportColumn("instance", .required, "type de réunion"),
    ExportColumn("axe", .optional, "thème", "groupe"),
    ExportColumn("etat", .optional, "statut"),
    ExportColumn("membres", .optional, "présents", "associations présentes"),
    ExportColumn("participants", .optional, "nb participants"),
    ExportColumn("partenaires"),
  ]
}
