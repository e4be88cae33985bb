import Domain

/// Breakdowns of headcounts of which anybody prints some cell, at whatever time. What nobody ever prints says nothing, but the totals of
/// what is printed, and the months of what is printed by year.
struct Families {
  private struct Family: Hashable {
    let base: Int
    let horizon: Horizon
    let dimensions: [Dimension]
  }
  private var all: Set<Family> = []

  init(_ publications: [Publication], _ reading: inout Reading) {
    for publication in publications {
      // In the order of the figures: a set has none.
      for figure in publication.figures.all where publication.printed.contains(figure.key) {
        guard let told = reading.told(by: figure.indicator, in: figure.cell) else { continue }
        let dimensions = figure.cell.dimensions
        let bases = told.sums.flatMap(\.bases) + told.behind
        for base in bases {
          for horizon in reading.headcounts[base].isPath ? [figure.horizon, .mois] : [figure.horizon] {
            for shape in [dimensions, []] + dimensions.map({ [$0] }) {
              all.insert(Family(base: base, horizon: horizon, dimensions: shape))
            }
          }
        }
      }
    }
  }

  func contains(_ base: Int, _ horizon: Horizon, _ dimensions: [Dimension]) -> Bool {
    all.contains(Family(base: base, horizon: horizon, dimensions: dimensions))
  }
}
