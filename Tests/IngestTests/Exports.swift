import Domain

/// Exports with one row to look at, and enough good ones around it that the file is accepted.
enum Exports {
  static let headers: [ExportKind: String] = [
    .etp: "mois;poste_id;salarie_id;axe;commune;contrat;statut;etp;heures;dispositif;sexe;date_debut;date_fin",
    .beneficiaires:
      "beneficiaire_id;cle_personne;dispositif;axe;date_entree;date_sortie;sortie;sexe;naissance;rsa;rqth;qpv;mois_chomage;commune",
    .reunions: "date;instance;axe;etat;membres;participants;partenaires",
  ]

  static func goodRow(_ kind: ExportKind, _ number: Int) -> String {
    switch kind {
    case .etp: return "2022-05;P\(number);S\(number);mobilite;62427;cdi;existant;1;;;f;01/02/2020;"
    case .beneficiaires: return "B\(number);;aci;mobilite;01/02/2022;;;f;1990;oui;non;;12;62427"
    case .reunions: return "\(number + 1)/05/2022;ca;;tenue;adds;5;1"
    }
  }

  /// Header on line 1, `rows` from line 2, then nine good rows.
  static func text(_ kind: ExportKind, _ rows: String...) -> String {
    ([headers[kind]!] + rows + (1...9).map { goodRow(kind, $0) }).joined(separator: "\n") + "\n"
  }
}
