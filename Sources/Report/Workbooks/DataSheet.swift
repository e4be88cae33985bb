import Domain

/// Données: the CSV as a table that can be filtered. An empty cell is an empty field of the CSV.
func dataSheet(_ report: FunderReport) -> ReportSheet {
  var table = ReportTable(
    "t_donnees", DataColumn.allCases.map { .init($0.rawValue, width: $0.width, isNumber: $0.isNumber) },
    rows: zip(report.figures, report.data).map { figure, fields in
      zip(DataColumn.allCases, fields).map { column, field in
        field.cell.from(column.origin(of: figure, in: report))
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
  /// Of a figure's field: an empty one that stands for a figure is explained too.
  fileprivate func origin(of figure: FunderFigure, in report: FunderReport) -> CellOrigin? {
    switch self {
    case .valeur: return figure.origin
    case .numerateur: return figure.released?.figure.numerator.map { _ in .numerator(figure.key, figure.month) }
    case .denominateur: return figure.released?.figure.denominator.map { _ in .denominator(figure.key, figure.month) }
    case .base: return figure.declaredBaseline.map(CellOrigin.declared)
    case .cible: return figure.declaredAim.map(CellOrigin.declared)
    case .ancienneValeur: return report.revision(of: figure.key)?.old.number.map { _ in .before(figure.key) }
    default: return nil
    }
  }

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
