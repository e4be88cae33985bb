import CSV
import Domain

/// The figures as the table of 3-indicators.md: the contract with any other engine.
package func figuresTable(_ figures: Figures, _ catalogue: Catalogue) -> [UInt8] {
  var table = CSVText()
  table.append([
    "indicator", "month", "horizon", "axe", "association", "commune", "instance", "dispositif", "sexe", "value",
    "numerator", "denominator", "unit", "status", "reason",
  ])
  var row = FigureRow(figures, catalogue)
  for figure in figures.all {
    row.set(figure)
    table.append(row.fields)
  }
  return table.bytes
}

/// The rows of the table, as texts.
package func figureRows(_ figures: Figures, _ catalogue: Catalogue) -> [[String]] {
  var row = FigureRow(figures, catalogue)
  return figures.all.map { figure in
    row.set(figure)
    return row.fields
  }
}

/// One row of the table, filled again and again.
private struct FigureRow {
  private(set) var fields: [String] = []
  private let month: String
  private let catalogue: Catalogue
  private var unit: (indicator: String, text: String) = ("", "")

  init(_ figures: Figures, _ catalogue: Catalogue) {
    month = figures.month.description
    self.catalogue = catalogue
  }

  mutating func set(_ figure: Figure) {
    if figure.indicator != unit.indicator {
      unit = (figure.indicator, catalogue[figure.indicator]?.unit.rawValue ?? "")
    }
    fields.removeAll(keepingCapacity: true)
    fields.append(figure.indicator)
    fields.append(month)
    fields.append(figure.horizon.id)
    // Members stand in the order of the dimensions.
    var members = figure.cell.members[...]
    for dimension in Dimension.allCases {
      fields.append(members.first?.dimension == dimension ? members.removeFirst().id : "")
    }
    fields.append(figure.value?.text() ?? "")
    fields.append(figure.numerator?.text() ?? "")
    fields.append(figure.denominator?.text() ?? "")
    fields.append(unit.text)
    fields.append(figure.status.id)
    fields.append(figure.reason?.rawValue ?? "")
  }
}
