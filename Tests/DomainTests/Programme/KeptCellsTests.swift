import Domain
import Testing

@Suite struct KeptCellsTests {
  private func key(_ horizon: Horizon, _ members: Cell.Member..., of indicator: String = "i") -> Figures.Key {
    Figures.Key(indicator, horizon, Cell(members))
  }
  private let axis = Cell.Member(.axe, "x")
  private let association = Cell.Member(.association, "a")

  /// Without a breakdown the total, and no cell of one; without a horizon all of them.
  @Test func aTotal() {
    let kept = KeptCells(indicator: "i")
    for horizon in Horizon.allCases { #expect(kept.covers(key(horizon))) }
    #expect(!kept.covers(key(.mois, axis)))
    #expect(!kept.covers(key(.mois, of: "j")))
    #expect(KeptCells(indicator: "i", horizon: .annee).covers(key(.annee)))
    #expect(!KeptCells(indicator: "i", horizon: .annee).covers(key(.mois)))
  }

  /// Every cell of a breakdown; of a pair, in whichever order it is written.
  @Test func aBreakdown() {
    let byAxis = KeptCells(indicator: "i", by: [.axe])
    #expect(byAxis.covers(key(.mois, axis)) && !byAxis.covers(key(.mois)))
    #expect(!byAxis.covers(key(.mois, axis, association)))
    let pair = KeptCells(indicator: "i", by: [.association, .axe])
    #expect(pair == KeptCells(indicator: "i", by: [.axe, .association]))
    #expect(pair.covers(key(.programme, association, axis)) && !pair.covers(key(.programme, axis)))
  }
}
