/// `etp`: one row per job and employee, per month.
package enum JobColumn: Int, ContractColumn {
  case mois, poste_id, salarie_id, axe, commune, contrat, statut, etp, heures, dispositif, sexe, date_debut, date_fin

  // Long: a table, one entry a column.
  package var declaration: ExportColumn {
    switch self {
    case .mois:
      ExportColumn(
        .month, .required, aliases: ["période", "mois de paie"], explanation: "mois du fichier",
        example: "exemple : 05/2022", id: id)
    case .poste_id:
      ExportColumn(
        .identifier(.association), .required, aliases: ["id poste", "n° poste", "numéro de poste", "code poste"],
        french: "poste",
        explanation: "votre code du poste", example: "P-012", id: id)
    case .salarie_id:
      ExportColumn(
        .identifier(.association), .optional, blank: .meaning, aliases: ["salarié", "matricule", "id salarié"],
        french: "salarié", explanation: "votre code du salarié ; vide si le poste n'est pas pourvu", example: "S-034",
        id: id)
    case .axe:
      ExportColumn(
        .axis, .required, aliases: ["axe ptce", "thématique"], explanation: "un de : {axes}", example: "{axe}", id: id)
    case .commune:
      ExportColumn(
        .commune, .optional, blank: .ownCommune, aliases: ["code commune", "lieu de travail"],
        explanation: "code INSEE ou nom ; vide : celle de l'association", example: "{commune}", id: id)
    case .contrat:
      ExportColumn(
        .code(.contract), .required, aliases: ["type de contrat"], explanation: "{codes}", example: "cdi", id: id)
    case .statut:
      ExportColumn(
        .code(.jobStatus), .required, aliases: ["statut de l'emploi", "situation"], explanation: "{codes}",
        example: "cree", id: id)
    case .etp:
      ExportColumn(
        .decimal(0...10_000, form: .percent), .oneOf,
        aliases: ["équivalent temps plein", "quotité"], french: "ETP", explanation: "de 0 à 1 ; ou remplir heures",
        example: "0,8", id: id)
    case .heures:
      // A thousand times what a month has: no sum of a column can leave 64 bits, and no real value is refused.
      ExportColumn(
        .decimal(0...10_000_000_000, form: .hours), .oneOf, blank: .unknown,
        aliases: ["heures payées", "nb heures"], explanation: "heures payées du mois ; ou remplir etp", id: id)
    case .dispositif:
      ExportColumn(
        .code(.jobScheme), .optional, blank: .meaning, aliases: ["structure", "type siae"],
        explanation: "aci, ei, ai, etti ou eiti ; vide hors insertion", id: id)
    case .sexe:
      ExportColumn(
        .code(.sex), .optional, aliases: ["genre"], explanation: "f, h ou x ; facultatif", example: "f", id: id)
    case .date_debut:
      ExportColumn(
        .day, .optional, aliases: ["date d'embauche", "entrée"], french: "date d'embauche",
        explanation: "facultatif", example: "02/05/2022", id: id)
    case .date_fin:
      ExportColumn(
        .day, .optional, aliases: ["fin de contrat", "sortie"], french: "date de fin de contrat",
        explanation: "facultatif", id: id)
    }
  }
}
