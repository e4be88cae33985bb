import Domain

/// What it costs to hide a cell: totals are dearest, then key figures and objectives, then associations, then the rest. What a programme
/// wants to keep is dearer than all of these, and what somebody commented must be shown; what stands in an aggregator's table alone
/// costs a quarter. A whole number, so that two machines choose alike.
struct CellCost {
  let definitions: Definitions
  /// Cells of the month before, by whether they were hidden: what readers are used to is changed last.
  let before: [Figures.Key: Bool]

  /// Of a mark that says less: readers lose nothing by it, but they are told why a cell is hidden wherever that can be said. A total
  /// that is as small as each of its parts is the first to say less.
  static let unmarkedTotal = 2_000
  static let unmarked = 4_000

  func cost(of key: Figures.Key, in month: Month) -> Int {
    var cost = 8
    if key.cell == .total {
      cost += key.horizon == .programme ? 240 : 120
    } else if key.cell.dimensions.contains(.association) {
      cost += 4
    }
    let isKey = definitions.funders.contains { funder in
      funder.keyFigures.contains(key) || funder.objectives(in: month).contains { $0.key == key }
    }
    if isKey { cost += key.horizon == .programme ? 120 : 60 }
    // Comments come back to the figures that matter: one of another month makes it dear, one of this month must be printed.
    let comments = definitions.funders.flatMap(\.comments).filter { $0.key == key }
    if !comments.isEmpty { cost += comments.contains { $0.month == month } ? 4_000 : 400 }
    if definitions.programme.confidentiality.keep.contains(where: { $0.covers(key) }) { cost += 800 }
    switch before[key] {
    case true?: cost *= 3
    case false?: cost *= 5
    case nil: cost *= 4
    }
    return isInTableAlone(key, in: month) ? cost / 4 : cost
  }

  /// Whether an aggregator reads it, and nobody in a report.
  private func isInTableAlone(_ key: Figures.Key, in month: Month) -> Bool {
    definitions.funders.contains(where: \.isAggregator)
      && !definitions.reported.contains { funder in
        funder.shows(key) || funder.objectives(in: month).contains { $0.key == key }
      }
  }
}
