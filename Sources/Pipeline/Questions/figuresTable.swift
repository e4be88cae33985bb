import CSV
import Domain

/// The figures as the table of 3-indicators.md: the contract with any other engine.
package func figuresTable(_ figures: Figures, _ catalogue: Catalogue) -> [UInt8] {
  var table = CSVText()
  table.append([
    "indicator", "month", "horizon", "axe", "association", "commune", "instance", "dispositif", "sexe", "value",
    "numerator", "denominator", "unit", "status", "reason",
  ])
  for row in figureRows(figures, catalogue) { table.append(row) }
  return table.bytes
}

/// The rows of the table, as texts.
package func figureRows(_ figures: Figures, _ catalogue: Catalogue) -> [[String]] {
  let month = figures.month.description
  return figures.all.map { figure in
    [figure.indicator, month, figure.horizon.id]
      + Dimension.allCases.map { figure.cell[$0] ?? "" }
      + [
        figure.value?.text() ?? "", figure.numerator?.text() ?? "", figure.denominator?.text() ?? "",
        catalogue[figure.indicator]?.unit.rawValue ?? "", figure.status.id, figure.reason?.rawValue ?? "",
      ]
  }
}
