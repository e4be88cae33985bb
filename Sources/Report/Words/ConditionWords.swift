import Domain

/// One condition of a measure in words: `statut : créé, consolidé`, `hors statut : supprimé`, `dans le territoire`.
func conditionWords(_ condition: Condition, in programme: Programme) -> String {
  let field = condition.field.french
  let prefix = condition.isExcluded ? "hors " : ""
  switch condition.test {
  case .oneOf(let codes):
    return "\(prefix)\(field) : "
      + codes.sorted().map { codeWords($0, of: condition.field, in: programme) }.joined(separator: ", ")
  case .known: return condition.isExcluded ? "\(field) non renseigné" : "\(field) renseigné"
  case .range(let from, let to): return "\(prefix)\(field) : \(rangeWords(from, to))"
  case .withinTerritory: return condition.isExcluded ? "hors du territoire" : "dans le territoire"
  }
}

private func rangeWords(_ from: Int?, _ to: Int?) -> String {
  switch (from, to) {
  case (let from?, let to?): return "de \(from) à \(to)"
  case (let from?, nil): return "\(from) et plus"
  case (nil, let to?): return "\(to) et moins"
  case (nil, nil): return "tous"
  }
}

/// Codes are an enum's raw values, numbers from 1 in the programme's lists, or packed communes.
private func codeWords(_ code: UInt32, of field: Field, in programme: Programme) -> String {
  let raw = UInt8(truncatingIfNeeded: code)
  let index = Int(code) - 1
  func label(_ labels: [String]) -> String { labels.indices.contains(index) ? labels[index] : "\(code)" }
  switch field {
  case .statut: return JobStatus(rawValue: raw)?.french ?? "\(code)"
  case .contrat: return Contract(rawValue: raw)?.id.uppercased() ?? "\(code)"
  case .dispositif: return Scheme(rawValue: raw)?.id.uppercased() ?? "\(code)"
  case .sexe: return Sex(rawValue: raw).map { ["femmes", "hommes", "autre"][Int($0.rawValue) - 1] } ?? "\(code)"
  case .sortie: return Outcome(rawValue: raw)?.french ?? "\(code)"
  case .etat: return MeetingState(rawValue: raw)?.id ?? "\(code)"
  case .rsa, .rqth, .qpv: return YesNo(rawValue: raw)?.id ?? "\(code)"
  case .axe: return label(programme.axes.map(\.label.fr))
  case .association: return label(programme.associations.map(\.label))
  case .instance: return label(programme.instances.map(\.label.fr))
  case .commune:
    let commune = CommuneCode(packed: code)
    return programme.territory.communes.first { $0.code == commune }?.label ?? commune.description
  default: return "\(code)"
  }
}

extension Field {
  /// As a reader would call the column.
  var french: String {
    switch self {
    case .date_entree: return "date d'entrée"
    case .date_sortie: return "date de sortie"
    case .date_debut: return "date d'embauche"
    case .date_fin: return "date de fin de contrat"
    case .poste_id: return "poste"
    case .salarie_id: return "salarié"
    case .cle_personne: return "clé commune"
    case .mois_chomage: return "mois d'inscription à l'entrée"
    case .age_entree: return "âge à l'entrée"
    case .rsa, .rqth, .qpv, .etp: return rawValue.uppercased()
    case .etat: return "état"
    default: return rawValue
    }
  }
}

extension JobStatus {
  var french: String {
    switch self {
    case .existant: return "existant"
    case .cree: return "créé"
    case .en_cours: return "en cours de création"
    case .consolide: return "consolidé"
    case .supprime: return "supprimé"
    }
  }
}

extension Outcome {
  var french: String {
    switch self {
    case .durable: return "emploi durable"
    case .transition: return "emploi de transition"
    case .positive: return "sortie positive"
    case .autre: return "autre sortie"
    case .retrait: return "retrait"
    }
  }
}
