/// `reunions`: one row per meeting as the association reports it.
package enum MeetingColumn: Int, ContractColumn {
  case date, instance, axe, etat, membres, participants, partenaires

  package var declaration: ExportColumn {
    switch self {
    case .date:
      ExportColumn(
        .day, .required, aliases: ["date de réunion"], explanation: "jour de la réunion, dans le mois du fichier",
        example: "exemple : 12/05/2022", id: id)
    case .instance:
      ExportColumn(
        .instance, .required, aliases: ["type de réunion"], explanation: "{instances}", example: "{instance}", id: id)
    case .axe:
      ExportColumn(
        .axis, .optional, blank: .meaning, aliases: ["thème", "groupe"], explanation: "un de : {axes}",
        example: "{axe}", id: id)
    case .etat:
      ExportColumn(
        .code(.meetingState), .optional, blank: .meaning, aliases: ["statut"], french: "état",
        explanation: "tenue, planifiee ou annulee ; vide : tenue", example: "tenue", id: id)
    case .membres:
      ExportColumn(
        .members, .optional, aliases: ["présents", "associations présentes"],
        explanation: "associations présentes, séparées par | ; ou « tous »", example: "{membres}", id: id)
    case .participants:
      ExportColumn(
        .integer(upTo: 999_999_999), .optional, aliases: ["nb participants"],
        explanation: "nombre de personnes ; facultatif", example: "9", id: id)
    case .partenaires:
      ExportColumn(
        .integer(upTo: 999_999_999), .optional, explanation: "nombre d'organisations extérieures ; facultatif",
        example: "2", id: id)
    }
  }
}
