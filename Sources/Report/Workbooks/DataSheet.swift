import Domain

/// Données: the CSV as a table that can be filtered. An empty cell is an empty field of the CSV.
func dataSheet(_ report: FunderReport) -> ReportSheet {
  var table = ReportTable(
    "t_donnees", DataColumn.allCases.map { .init($0.rawValue, width: $0.width, isNumber: $0.isNumber) },
    rows: zip(report.figures, report.data).map { figure, fields in
      zip(DataColumn.allCases, fields).map { column, field in
        var cell = field.cell
        if column == .valeur { cell.key = figure.key }
        return cell
      }
    })
  table.hasFilter = true
  table.whenEmpty = "Aucun chiffre."
  let lines = [
    "Mêmes lignes et mêmes colonnes que le fichier \(report.fileName).csv.",
    "Valeur vide : non disponible (statut M) ou masquée (confidentialite C ou D). Ventilation vide : l'ensemble.",
  ]
  return ReportSheet(
    name: FixedSheet.data.rawValue, title: "Données", blocks: [ReportBlock(lines: lines, table: table)],
    colour: Palette.neutral, isOnePage: nil)
}

extension DataColumn {
  /// On the sheet, in characters.
  fileprivate var width: Double {
    switch self {
    case .libelle: return 36
    case .indicateur: return 26
    case .axe, .association: return 21
    case .denominateur, .ancienneValeur, .confidentialite: return 17
    case .valeur, .numerateur, .horizon, .unite, .edition, .commune, .dispositif, .instance: return 13
    default: return 10
    }
  }
}
