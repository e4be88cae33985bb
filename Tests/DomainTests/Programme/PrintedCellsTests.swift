import Domain
import Testing

/// Which cells leave the house, in whose file, and in a report of which month.
@Suite struct PrintedCellsTests {
  private let march = Month(year: 2022, number: 3)
  private let keys = [
    Figures.Key("i", .mois), Figures.Key("i", .mois, Cell([Cell.Member(.axe, "x")])), Figures.Key("j", .mois),
  ]

  private func figures(_ month: Month) -> Figures {
    Figures(
      month: month,
      keys.map { Figure(indicator: $0.indicator, horizon: $0.horizon, cell: $0.cell, value: .zero, status: .A) })
  }

  private func definitions(_ funders: Funder...) -> Definitions {
    let territory = Territory(id: "t", label: Label(fr: "T"), communes: [])
    return Definitions(
      programme: Programme(
        id: "p", label: Label(fr: "P"), start: march, territory: territory, axes: [], instances: [], associations: []),
      catalogue: Catalogue([]), funders: funders, reference: Reference(vintages: [], fullTimeHours: []),
      acknowledged: Acknowledged())
  }

  private let region = Funder(
    id: "region", label: Label(fr: "R"), title: Label(fr: "R"), keyFigures: [Figures.Key("i", .mois)], sections: [])
  private var state: Funder {
    var funder = Funder(id: "etat", label: Label(fr: "É"), title: Label(fr: "É"), keyFigures: [], sections: [])
    funder.isAggregator = true
    return funder
  }

  /// An aggregator prints every figure of the month.
  @Test func ofTheMonth() {
    #expect(definitions(region).printed(of: figures(march)) == [keys[0]])
    #expect(definitions(region, state).printed(of: figures(march)) == Set(keys))
  }

  /// And nothing of another: no movement, no évolution.
  @Test(arguments: [1, 5, 12]) func ofAnEarlierMonth(_ distance: Int) {
    let later = march.advanced(by: distance)
    #expect(definitions(region, state).printed(of: figures(march), inReportsOf: later) == [keys[0]])
    #expect(definitions(state).printed(of: figures(march), inReportsOf: later).isEmpty)
  }

  @Test func whoGetsAReport() { #expect(definitions(state, region).reported.map(\.id) == ["region"]) }
}
