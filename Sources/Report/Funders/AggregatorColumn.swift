import Domain

/// The columns of an aggregator's table, in their order (4-reports.md). Those of several programmes are read as one.
enum AggregatorColumn: String, CaseIterable, Sendable {
  case programme = "PROGRAMME"
  case indicator = "INDICATOR"
  case timePeriod = "TIME_PERIOD"
  case horizon = "HORIZON"
  case axe = "AXE"
  case association = "ASSOCIATION"
  case commune = "COMMUNE"
  case instance = "INSTANCE"
  case dispositif = "DISPOSITIF"
  case sexe = "SEXE"
  case value = "OBS_VALUE"
  case numerator = "NUMERATOR"
  case denominator = "DENOMINATOR"
  case unit = "UNIT_MEASURE"
  case status = "OBS_STATUS"
  case confidentiality = "CONF_STATUS"
  case edition = "EDITION"
  case action = "ACTION"

  /// Which figure a row is of: all that a row has that deletes one.
  var isDimension: Bool {
    switch self {
    case .value, .numerator, .denominator, .unit, .status, .confidentiality, .edition, .action: false
    default: true
    }
  }

  var isNumber: Bool { [.value, .numerator, .denominator].contains(self) }

  /// What it holds, for the data package.
  var description: String {
    switch self {
    case .programme: "Identifiant du programme"
    case .indicator: "Identifiant de l'indicateur"
    case .timePeriod: "Mois"
    case .horizon: "Période : mois, annee (de janvier au mois), programme (du début du programme au mois)"
    case .axe: "Identifiant de l'axe ; vide : ensemble"
    case .association: "Identifiant de l'association ; vide : ensemble"
    case .commune: "Code INSEE de la commune, ou ailleurs ; vide : ensemble"
    case .instance: "Identifiant de l'instance ; vide : ensemble"
    case .dispositif: "Identifiant du dispositif d'insertion ; vide : ensemble"
    case .sexe: "f, h, x ou inconnu ; vide : ensemble"
    case .value: "Valeur ; vide si non disponible (OBS_STATUS M), masquée (CONF_STATUS C ou D) ou supprimée (ACTION D)"
    case .numerator: "Numérateur avant le facteur, pour les taux"
    case .denominator: "Dénominateur, pour les taux"
    case .unit: "Unité"
    case .status: "A définitif, E estimé, U partiel, P provisoire, M non disponible"
    case .confidentiality: "F libre, C masquée (petit effectif de personnes), D masquée pour en protéger une autre"
    case .edition: "Édition dont est la ligne"
    case .action:
      "I nouveau, ou comme dans l'édition précédente ; R à remplacer : la ligne de l'édition précédente disait autre chose ; D à supprimer : le chiffre n'existe plus"
    }
  }

  /// The field of one figure, its action aside.
  func field(of released: ReleasedFigure, unit: Indicator.Unit?, in month: ReportedMonth) -> DataField {
    let (figure, key) = (released.figure, released.key)
    switch self {
    case .programme: return .text(month.definitions.programme.id)
    case .indicator: return .text(key.indicator)
    case .timePeriod: return .text(month.month.description)
    case .horizon: return .text(key.horizon.id)
    case .axe: return .text(key.cell[.axe] ?? "")
    case .association: return .text(key.cell[.association] ?? "")
    case .commune: return .text(key.cell[.commune] ?? "")
    case .instance: return .text(key.cell[.instance] ?? "")
    case .dispositif: return .text(key.cell[.dispositif] ?? "")
    case .sexe: return .text(key.cell[.sexe] ?? "")
    case .value: return .number(figure.value)
    case .numerator: return .number(figure.numerator)
    case .denominator: return .number(figure.denominator)
    case .unit: return .text(unit?.rawValue ?? "")
    case .status: return .text(figure.status.id)
    case .confidentiality: return .text(released.confidentiality.id)
    case .edition: return .text(month.edition.description)
    case .action: return .text("")
    }
  }
}
