import Domain

/// How a member of a dimension is called in the first column of a table. An id that the programme no longer knows
/// stands for itself.
func memberName(_ id: String, of dimension: Dimension, in programme: Programme) -> String {
  let label: String?
  switch dimension {
  case .axe: label = programme.axes.first { $0.id == id }?.label.fr
  case .association: label = programme.association(id)?.label
  case .commune where id == CommuneCode.elsewhereID: label = "Hors du territoire"
  case .commune:
    label = programme.territory.communes.first { $0.code.description == id }?.label ?? "\(id) (hors territoire)"
  case .instance: label = programme.instances.first { $0.id == id }?.label.fr
  case .dispositif: label = Scheme(id: id)?.french
  case .sexe: label = ["f": "Femmes", "h": "Hommes", "x": "Autre", "inconnu": "Non renseigné"][id]
  }
  let name = readerText(label ?? id)
  return name.isEmpty ? id : name
}

/// Members in the order in which the programme lists them; those it does not know come last, by their ids.
func inProgrammeOrder(_ ids: Set<String>, of dimension: Dimension, in programme: Programme) -> [String] {
  let known: [String]
  switch dimension {
  case .axe: known = programme.axes.map(\.id)
  case .association: known = programme.associations.map(\.id)
  case .commune: known = programme.territory.communes.map(\.code.description)
  case .instance: known = programme.instances.map(\.id)
  case .dispositif: known = Scheme.allCases.map(\.id)
  case .sexe: known = Sex.allCases.map(\.id) + ["inconnu"]
  }
  let others = ids.subtracting(known).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  return known.filter(ids.contains) + others
}

extension Scheme {
  var french: String {
    switch self {
    case .aci: return "Ateliers et chantiers d’insertion (ACI)"
    case .ei: return "Entreprises d’insertion (EI)"
    case .ai: return "Associations intermédiaires (AI)"
    case .etti: return "Travail temporaire d’insertion (ETTI)"
    case .eiti: return "Travail indépendant d’insertion (EITI)"
    case .autre: return "Autre dispositif"
    }
  }
}
