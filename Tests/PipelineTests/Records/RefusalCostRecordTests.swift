import Domain
import Report
import Testing

@testable import Pipeline

@Suite struct RefusalCostRecordTests {
  private let programme = Programme(
    id: "essai", label: Label(fr: ""), start: Month("2022-01")!,
    territory: Territory(id: "t", label: Label(fr: ""), communes: []), axes: [], instances: [],
    associations: ["adds", "die"].map {
      Association(id: $0, label: $0, commune: CommuneCode("62427")!, memberFrom: Month("2022-01")!)
    })

  @Test func readsBackWhatItWrote() throws {
    let costs: [Association.ID: [RefusalCost]] = [
      "die": [
        RefusalCost(findings: [2, 3], cost: .notComputable),
        RefusalCost(
          findings: [0],
          cost: .differences([
            .init(indicator: "ETP", cell: nil, difference: Rational(1, over: 3), decimals: 2, unit: .ETP),
            .init(indicator: "Part", cell: "axe x", difference: Rational(-2), decimals: 1, unit: .percent),
          ])),
      ]
    ]
    let text = try encode(costs)
    let back = try #require(decodeCosts(text, programme))
    #expect(try encode(back) == text)
    #expect(back["die"]?.count == 2 && back["die"]?[0].findings == [2, 3])
    guard case .differences(let all)? = back["die"]?[1].cost else {
      Issue.record("a cost was lost")
      return
    }
    #expect(all[0].difference == Rational(1, over: 3) && all[1].unit == .percent && all[1].cell == "axe x")
  }

  @Test func refusesWhatIsNot() {
    #expect(decodeCosts("[{}]", programme) == nil)
    #expect(decodeCosts(#"[{"association":"inconnue","findings":[]}]"#, programme) == nil)
    #expect(decodeCosts("[]", programme)?.isEmpty == true)
  }
}
