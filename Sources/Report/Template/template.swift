import CSV
import Domain

/// An empty export to fill. What explains it stands above the header, where the reader skips it: whoever forgets to delete
/// the example sends no invented job.
///
/// Headers in the association's own words, text in its declared encoding (UTF-8 with a mark where it declares none).
package func template(_ kind: ExportKind, for association: Association?, _ programme: Programme) -> [UInt8] {
  var table = CSVText(separator: ";", lineEnd: "\r\n")
  let columns = ExportColumn.of(kind)
  let head = "\(programme.label.fr) : modèle « \(kind.id) »\(association.map { ", \($0.label)" } ?? "")"
  table.append([
    head + ". Les lignes au-dessus des en-têtes ne sont pas lues ; remplir dessous, une ligne par \(kind.unit)."
  ])
  table.append(columns.map { kind.explanation(of: $0.id, programme) })
  table.append(columns.map { kind.example(of: $0.id, association, programme) })
  table.append(columns.map { association?.columns[kind]?[$0.id]?.first ?? $0.id })
  return encoded(String(decoding: table.bytes, as: UTF8.self), association?.encoding)
}

private func encoded(_ text: String, _ encoding: TextEncoding?) -> [UInt8] {
  guard encoding == .windows1252 || encoding == .latin1 || encoding == .latin9 else {
    return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
  }
  // Only letters of Latin-1 stand in a template; a label's other character becomes a question mark.
  return text.unicodeScalars.map {
    $0.value < 0x80 || (0xA0...0xFF).contains($0.value) ? UInt8($0.value) : UInt8(ascii: "?")
  }
}

extension ExportKind {
  fileprivate var unit: String {
    switch self {
    case .etp: return "poste et salarié"
    case .beneficiaires: return "personne et parcours"
    case .reunions: return "réunion"
    }
  }

  fileprivate func explanation(of column: String, _ programme: Programme) -> String {
    let axes = programme.axes.map(\.id).joined(separator: ", ")
    switch column {
    case "mois": return "mois du fichier"
    case "poste_id": return "votre code du poste"
    case "salarie_id": return "votre code du salarié ; vide si le poste n'est pas pourvu"
    case "axe": return "un de : \(axes)"
    case "commune": return self == .etp ? "code INSEE ou nom ; vide : celle de l'association" : "commune de résidence"
    case "contrat": return Contract.allCases.map(\.id).joined(separator: ", ")
    case "statut": return JobStatus.allCases.map(\.id).joined(separator: ", ")
    case "etp": return "de 0 à 1 ; ou remplir heures"
    case "heures": return "heures payées du mois ; ou remplir etp"
    case "dispositif":
      return self == .etp
        ? "aci, ei, ai, etti ou eiti ; vide hors insertion" : Scheme.allCases.map(\.id).joined(separator: ", ")
    case "sexe": return "f, h ou x ; facultatif"
    case "date_debut", "date_fin": return "facultatif"
    case "beneficiaire_id": return "votre code de la personne"
    case "cle_personne": return "code commun aux associations ; facultatif"
    case "date_entree": return "début du parcours"
    case "date_sortie": return "vide si la personne est encore là"
    case "sortie": return "avec la date : durable, transition, positive, autre, retrait"
    case "naissance": return "année ou date ; facultatif"
    case "rsa", "rqth", "qpv": return "oui ou non ; vide : inconnu"
    case "mois_chomage": return "mois d'inscription à l'entrée ; facultatif"
    case "date": return "jour de la réunion, dans le mois du fichier"
    case "instance": return programme.instances.map(\.id).joined(separator: ", ")
    case "etat": return "tenue, planifiee ou annulee ; vide : tenue"
    case "membres": return "associations présentes, séparées par |"
    case "participants": return "nombre de personnes ; facultatif"
    default: return "nombre d'organisations extérieures ; facultatif"
    }
  }

  fileprivate func example(of column: String, _ association: Association?, _ programme: Programme) -> String {
    let axis = association?.axes.first ?? programme.axes.first?.id ?? ""
    let commune = association?.commune.description ?? programme.territory.communes.first?.code.description ?? ""
    let examples: [String: String] = [
      "mois": "exemple : 05/2022", "poste_id": "P-012", "salarie_id": "S-034", "axe": axis, "commune": commune,
      "contrat": "cdi", "statut": "cree", "etp": "0,8", "sexe": "f", "date_debut": "02/05/2022",
      "beneficiaire_id": "exemple : B-105", "dispositif": self == .beneficiaires ? "aci" : "",
      "date_entree": "02/05/2022",
      "naissance": "1985", "rsa": "oui", "qpv": "non", "mois_chomage": "14", "date": "exemple : 12/05/2022",
      "instance": programme.instances.first?.id ?? "", "etat": "tenue",
      "membres": programme.associations.prefix(2).map(\.id).joined(separator: "|"), "participants": "9",
      "partenaires": "2",
    ]
    return examples[column] ?? ""
  }
}
