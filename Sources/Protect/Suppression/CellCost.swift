import Domain

/// What it costs to hide a cell: totals are dearest, then key figures and objectives, then associations, then the rest. What a programme
/// wants to keep is dearer than all of these, and what somebody commented must be shown. A whole number, so that two machines
/// choose alike.
struct CellCost {
  let definitions: Definitions
  /// Cells of the month before, by whether they were hidden: what readers are used to is changed last.
  let before: [Figures.Key: Bool]

  func cost(of key: Figures.Key, in month: Month) -> Int {
    var cost = 8
    if key.cell == .total {
      cost += key.horizon == .programme ? 60 : 32
    } else if key.cell.dimensions.contains(.association) {
      cost += 4
    }
    let isKey = definitions.funders.contains { funder in
      funder.keyFigures.contains(key) || funder.objectives(in: month).contains { $0.key == key }
    }
    if isKey { cost += key.horizon == .programme ? 60 : 20 }
    if definitions.funders.contains(where: { $0.comment(on: key, in: month) != nil }) { cost += 2_000 }
    switch before[key] {
    case true?: return cost * 3
    case false?: return cost * 5
    case nil: return cost * 4
    }
  }
}
