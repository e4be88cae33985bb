import Domain
import Testing

@testable import Protect

/// What it costs readers that a cell is hidden.
struct CellCostTests {
  private let month = Month(year: 2022, number: 5)
  private let total = Figures.Key("i", .mois)
  private let member = Figures.Key("i", .mois, Cell([Cell.Member(.axe, "x")]))

  private func cost(of key: Figures.Key, _ funders: [Funder]) -> Int {
    let programme = Programme(
      id: "p", label: Label(fr: "P"), start: month,
      territory: Territory(id: "t", label: Label(fr: "T"), communes: []), axes: [], instances: [], associations: [])
    let definitions = Definitions(
      programme: programme, catalogue: Catalogue([]), funders: funders,
      reference: Reference(vintages: [], fullTimeHours: []), acknowledged: Acknowledged())
    return CellCost(definitions: definitions, before: [:]).cost(of: key, in: month)
  }

  private func funder(_ id: String, _ keyFigures: [Figures.Key] = [], isAggregator: Bool = false) -> Funder {
    var funder = Funder(id: id, label: Label(fr: id), title: Label(fr: id), keyFigures: keyFigures, sections: [])
    funder.isAggregator = isAggregator
    return funder
  }

  /// What a report shows costs what it did; what an aggregator's table alone has, a quarter: 4 × 8.
  @Test func anAggregatorsTable() {
    let (region, state) = (funder("region", [total]), funder("etat", isAggregator: true))
    #expect(cost(of: total, [region, state]) == cost(of: total, [region]))
    #expect(cost(of: member, [region]) == 32 && cost(of: member, [region, state]) == 8)
    #expect(cost(of: total, [state]) == cost(of: total, []) / 4)
  }

  /// What was agreed stands in a report, too.
  @Test func anObjective() {
    var region = funder("region")
    region.objectives = [
      Objective(key: member, period: month...month, value: .zero, kind: .objectif, source: "")
    ]
    let state = funder("etat", isAggregator: true)
    #expect(cost(of: member, [region, state]) == cost(of: member, [region]))
    #expect(cost(of: member, [region]) == 4 * (8 + 60))
  }
}
