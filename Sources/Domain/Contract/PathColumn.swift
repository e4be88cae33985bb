/// `beneficiaires`: the register of insertion paths, one row per person and path.
package enum PathColumn: Int, ContractColumn {
  case beneficiaire_id, cle_personne, dispositif, axe, date_entree, date_sortie, sortie, sexe, naissance, rsa, rqth,
    qpv,
    mois_chomage, commune

  // Long: a table, one entry a column.
  package var declaration: ExportColumn {
    switch self {
    case .beneficiaire_id:
      ExportColumn(
        .identifier(.association), .required, aliases: ["bénéficiaire", "id bénéficiaire", "n° dossier"],
        explanation: "votre code de la personne", example: "exemple : B-105", id: id)
    case .cle_personne:
      ExportColumn(
        .identifier(.programme), .optional, aliases: ["clé commune"], french: "clé commune",
        explanation: "code commun aux associations ; facultatif", id: id)
    case .dispositif:
      ExportColumn(
        .code(.scheme), .required, aliases: ["structure", "type siae"], explanation: "{codes}", example: "aci", id: id)
    case .axe: ExportColumn(.axis, .required, explanation: "un de : {axes}", example: "{axe}", id: id)
    case .date_entree:
      ExportColumn(
        .day, .required, aliases: ["entrée", "début de parcours"], french: "date d'entrée",
        explanation: "début du parcours", example: "02/05/2022", id: id)
    case .date_sortie:
      ExportColumn(
        .day, .optional, blank: .meaning, aliases: ["sortie le", "fin de parcours"], french: "date de sortie",
        explanation: "vide si la personne est encore là", id: id)
    case .sortie:
      ExportColumn(
        .code(.outcome), .optional, blank: .meaning, aliases: ["motif de sortie", "type de sortie"],
        explanation: "avec la date : {codes}", id: id)
    case .sexe:
      // "as above" in the contract: what `etp` accepts for it, the alias included.
      ExportColumn(
        .code(.sex), .optional, aliases: ["genre"], explanation: "f, h ou x ; facultatif", example: "f", id: id)
    case .naissance:
      ExportColumn(
        .birth, .optional, aliases: ["année de naissance", "date de naissance"],
        explanation: "année ou date ; facultatif", example: "1985", id: id)
    case .rsa: yesNo("oui", aliases: ["brsa", "bénéficiaire du rsa"])
    case .rqth: yesNo("", aliases: ["travailleur handicapé"])
    case .qpv: yesNo("non", aliases: ["quartier prioritaire"])
    case .mois_chomage:
      ExportColumn(
        .integer(upTo: 999_999_999), .optional, aliases: ["durée d'inscription"],
        french: "mois d'inscription à l'entrée", explanation: "mois d'inscription à l'entrée ; facultatif",
        example: "14", id: id)
    case .commune:
      // A blank is a commune of elsewhere or unknown: it is in no territory, and nobody is asked for it.
      ExportColumn(
        .commune, .optional, blank: .meaning, explanation: "commune de résidence", example: "{commune}", id: id)
    }
  }

  private func yesNo(_ example: String, aliases: [String]) -> ExportColumn {
    ExportColumn(
      .code(.yesNo), .optional, blank: .unknownOrNo, aliases: aliases, french: id.uppercased(),
      explanation: "oui ou non ; vide : inconnu", example: example, id: id)
  }
}
