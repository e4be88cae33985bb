import Domain

/// What the funders call key figures, each once: at the horizon of the first funder that names it, in the catalogue's order.
func keyFigures(of month: ReportedMonth) -> [FunderFigure] {
  struct Name: Hashable {
    let indicator: String
    let cell: Cell
  }
  var taken: Set<Name> = []
  let figures = month.definitions.funders.flatMap { funder in
    funder.keyFigures.compactMap { key -> FunderFigure? in
      guard let indicator = month.definitions.catalogue[key.indicator],
        taken.insert(Name(indicator: key.indicator, cell: key.cell)).inserted
      else { return nil }
      return FunderFigure(indicator, key, for: funder, in: month)
    }
  }
  func place(_ figure: FunderFigure) -> Int { month.definitions.catalogue.position(of: figure.key.indicator) ?? 0 }
  return figures.enumerated().sorted { (place($0.element), $0.offset) < (place($1.element), $1.offset) }.map(\.element)
}

/// The key figures of all funders, one under the other.
func keyFigureSection(_ month: ReportedMonth) -> [Markup] {
  let figures = keyFigures(of: month)
  return [
    tag("section", ["aria-labelledby": "chiffres"]) {
      tag("h2", ["id": "chiffres"]) { "Chiffres clés" }
      if figures.isEmpty {
        tag("p") { "Aucun financeur n'a de chiffre clé." }
      } else {
        tag("p", ["class": "soft small"]) {
          "Ceux que lisent les financeurs. Courbes : treize mois au plus, à partir de zéro ; tirets : base, pointillés : cible ou"
          " objectif."
        }
        figureList(figures, in: month)
      }
    }
  ]
}
