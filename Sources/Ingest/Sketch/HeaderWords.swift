import CSV
import Domain

/// What tells a header from what stands under it, so that no cell of a person is taken for one.
enum HeaderWords {
  /// Words of the headers of such software, in normal form.
  private static let common: Set<String> = [
    "id", "code", "n", "no", "num", "numero", "ref", "reference", "matricule", "nom", "prenom", "civilite", "sexe",
    "genre", "mail", "email", "courriel", "tel", "telephone", "mobile", "portable", "adresse", "ville", "cp", "commune",
    "insee", "naissance", "nir", "secu", "age", "nationalite", "date", "jour", "mois", "annee", "periode", "debut",
    "fin",
    "entree", "sortie", "motif", "type", "nature", "statut", "etat", "situation", "contrat", "emploi", "poste",
    "fonction", "service", "salarie", "agent", "employe", "beneficiaire", "personne", "dossier", "parcours", "etp",
    "quotite", "taux", "temps", "heures", "heure", "duree", "nb", "nombre", "total", "montant", "brut", "net",
    "dispositif", "structure", "siae", "axe", "theme", "instance", "participants", "presents", "membres", "partenaires",
    "rsa", "rqth", "qpv", "pass", "note", "observation", "observations", "commentaire", "libelle", "part", "travail",
  ]
  /// Of these no value is ever told.
  private static let personal: Set<String> = [
    "nom", "noms", "prenom", "prenoms", "mail", "email", "courriel", "tel", "telephone", "mobile", "portable",
    "adresse",
    "rue", "naissance", "nir", "secu", "securite", "iban", "rib", "matricule", "salarie", "agent", "employe",
    "beneficiaire", "personne", "id", "identifiant", "pass", "note", "notes", "observation", "observations",
    "commentaire", "commentaires", "dossier", "n", "no", "num", "numero",
  ]

  static func isKnown(_ header: String) -> Bool {
    header.split(separator: " ").contains { common.contains(String($0)) }
  }
  static func isPersonal(_ header: String) -> Bool {
    header.split(separator: " ").contains { personal.contains(String($0)) }
  }

  /// Whether a cell can be a header at all: no address, no date, no number, no long run of digits; a month it may be.
  static func canBe(_ cell: String) -> Bool {
    guard !cell.contains("@"), cell.count <= 60, !normalForm(cell).isEmpty else { return false }
    if isMonthHeader(cell) { return true }
    // A year may stand in a title of a column.
    let longRuns = cell.split(whereSeparator: { !$0.isNumber }).map(String.init).filter { $0.count >= 4 }
    guard longRuns.allSatisfy({ $0.count == 4 && $0.hasPrefix("20") }) else { return false }
    // Numbers in groups: a telephone, a security number.
    if cell.count(where: \.isNumber) > 4 { return false }
    return Array(cell.utf8).withUnsafeBufferPointer { bytes in
      (try? dateValue(bytes)) == nil && (try? decimalValue(bytes)) == nil
    }
  }
}
