import Domain

/// The columns of a report's CSV, in their order (4-reports.md).
enum DataColumn: String, CaseIterable, Sendable {
  case indicateur, libelle, mois, horizon, axe, association, commune, instance, dispositif, sexe, valeur, numerateur,
    denominateur, unite, statut, confidentialite, base, cible, edition, revise
  case ancienneValeur = "ancienne_valeur"
  case commentaire

  var isNumber: Bool {
    switch self {
    case .valeur, .numerateur, .denominateur, .base, .cible, .ancienneValeur: return true
    default: return false
    }
  }

  /// What it holds, for the data package.
  var description: String {
    switch self {
    case .indicateur: return "Identifiant de l'indicateur"
    case .libelle: return "Nom de l'indicateur dans ce rapport"
    case .mois: return "Mois du rapport"
    case .horizon: return "Période : mois, annee (de janvier au mois), programme (du début du programme au mois)"
    case .axe: return "Identifiant de l'axe ; vide : non ventilé"
    case .association: return "Identifiant de l'association ; vide : non ventilé"
    case .commune: return "Code INSEE de la commune, ou ailleurs ; vide : non ventilé"
    case .instance: return "Identifiant de l'instance ; vide : non ventilé"
    case .dispositif: return "Identifiant du dispositif d'insertion ; vide : non ventilé"
    case .sexe: return "f, h, x ou inconnu ; vide : non ventilé"
    case .valeur: return "Valeur ; vide si non disponible (statut M) ou masquée (confidentialite C ou D)"
    case .numerateur: return "Numérateur avant le facteur, pour les taux"
    case .denominateur: return "Dénominateur, pour les taux"
    case .unite: return "Unité"
    case .statut: return "A définitif, E estimé, U partiel, P provisoire, M non disponible"
    case .confidentialite:
      return "F libre, C masquée (petit effectif de personnes), D masquée pour en protéger une autre"
    case .base: return "Point de départ déclaré"
    case .cible: return "Ce qui est convenu avec le financeur, sinon la cible du catalogue"
    case .edition: return "Édition du rapport"
    case .revise:
      return
        "oui si l'édition précédente disait autre chose du chiffre, de sa base, de sa cible ou de son objectif ; d'un chiffre masqué, de ceux-ci seuls"
    case .commentaire: return "Commentaire du PTCE pour ce financeur"
    case .ancienneValeur: return "Valeur de l'édition précédente, si elle est révisée et publiable"
    }
  }

  /// The field of one figure.
  func field(of figure: FunderFigure, in report: FunderReport) -> DataField {
    let (key, released) = (figure.key, figure.released)
    switch self {
    case .indicateur: return .text(key.indicator)
    case .libelle: return .text(figure.label)
    case .mois: return .text(report.month.month.description)
    case .horizon: return .text(key.horizon.id)
    case .axe: return .text(key.cell[.axe] ?? "")
    case .association: return .text(key.cell[.association] ?? "")
    case .commune: return .text(key.cell[.commune] ?? "")
    case .instance: return .text(key.cell[.instance] ?? "")
    case .dispositif: return .text(key.cell[.dispositif] ?? "")
    case .sexe: return .text(key.cell[.sexe] ?? "")
    case .valeur: return .number(figure.value)
    case .numerateur: return .number(released?.figure.numerator)
    case .denominateur: return .number(released?.figure.denominator)
    case .unite: return .text(figure.indicator.unit.rawValue)
    case .statut: return .text(figure.status.id)
    case .confidentialite: return .text((released?.confidentiality ?? .F).id)
    case .base: return .number(figure.baseline?.value)
    case .cible: return .number(figure.aim)
    case .edition: return .text(report.month.edition.description)
    case .revise: return .text(report.isRevised(key) ? "oui" : "non")
    case .ancienneValeur: return .number(report.revision(of: key)?.old.number)
    case .commentaire: return .text(figure.comment?.text.fr ?? "")
    }
  }
}
